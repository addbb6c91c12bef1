using Conformance.Spec.Flows;

namespace Conformance.Spec.Comparison;

/// <summary>Recognises the nodes of a flow in another edition of it: by function and words first, by ID of the element last.</summary>
internal static class FlowMatch
{
    /// <summary>Least score of two tasks that count as one.</summary>
    private const double SameTask = 0.5;

    /// <summary>Share of tasks that two flows have in common, the flow's name included.</summary>
    public static double Likeness(Flow a, Flow b)
    {
        var (left, right) = (Words(a), Words(b));
        var shared = left.Intersect(right).Count();
        return left.Count + right.Count == 0 ? 0 : 2.0 * shared / (left.Count + right.Count);
    }

    /// <summary>A task's name without its number: 「⑤照会」 and 「⑥照会」 are one task that moved on by one.</summary>
    public static string Plain(FlowNode node) => node.Name.TrimStart([.. Enumerable.Range(0x2460, 20).Select(c => (char)c), .. Enumerable.Range(0x3251, 15).Select(c => (char)c), ' ', '　', '.', '．', .. "0123456789０１２３４５６７８９"]);

    /// <summary>The number of a task within its flow: ⑤ of 031-1-⑤.</summary>
    public static string Number(FlowNode node) => node.Step[(node.Step.LastIndexOf('-') + 1)..];

    public static IReadOnlyList<NodePair> Nodes(Flow old, Flow @new)
    {
        var tasks = Pairing.Of([.. old.Nodes.Where(node => node.IsTask)], [.. @new.Nodes.Where(node => node.IsTask)], TaskScore, SameTask).ToList();
        var became = tasks.ToDictionary(pair => pair.Old.Id, pair => pair.New.Id, StringComparer.Ordinal);

        // A task that was given another name still stands between the same neighbours.
        var renamed = Pairing.Of([.. old.Nodes.Where(node => node.IsTask && !became.ContainsKey(node.Id))], [.. @new.Nodes.Where(node => node.IsTask && !became.ContainsValue(node.Id))],
            (a, b) => a.Lane != b.Lane || Similarity.Of(Plain(a), Plain(b)) == 0 ? 0 : OtherScore(old, a, @new, b, became), SameTask);
        tasks.AddRange(renamed);
        foreach (var (was, now, _) in renamed)
        {
            became[was.Id] = now.Id;
        }

        var others = Pairing.Of([.. old.Nodes.Where(node => !node.IsTask)], [.. @new.Nodes.Where(node => !node.IsTask)],
            (a, b) => OtherScore(old, a, @new, b, became), SameTask);
        var pairs = tasks.Concat(others).ToDictionary(pair => pair.New.Id, pair => pair.Old, StringComparer.Ordinal);
        var kept = pairs.Values.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. @new.Nodes.Select(node => new NodePair(pairs.GetValueOrDefault(node.Id), node)),
            .. old.Nodes.Where(node => !kept.Contains(node.Id)).Select(node => new NodePair(node, null)),
        ];
    }

    private static double TaskScore(FlowNode a, FlowNode b)
    {
        var words = Similarity.Of(Plain(a), Plain(b));
        var bearsFunction = a.Function.Length > 0 || b.Function.Length > 0;
        var meaning = (0.7 * words) + (bearsFunction ? a.Function == b.Function ? 0.2 : 0 : 0.2 * words);
        return meaning + (a.Lane == b.Lane ? 0.05 : 0) + (Number(a) == Number(b) ? 0.03 : 0) + (a.Id == b.Id ? 0.02 : 0);
    }

    /// <summary>Events and gateways bear few words: what comes before and after tells them apart.</summary>
    private static double OtherScore(Flow old, FlowNode a, Flow @new, FlowNode b, Dictionary<string, string> became)
    {
        if (a.Kind != b.Kind)
        {
            return 0;
        }

        var before = old.Edges.Where(edge => edge.To == a.Id).Select(edge => became.GetValueOrDefault(edge.From, edge.From)).Concat(old.Edges.Where(edge => edge.From == a.Id).Select(edge => ">" + became.GetValueOrDefault(edge.To, edge.To))).ToHashSet(StringComparer.Ordinal);
        var after = @new.Edges.Where(edge => edge.To == b.Id).Select(edge => edge.From).Concat(@new.Edges.Where(edge => edge.From == b.Id).Select(edge => ">" + edge.To)).ToHashSet(StringComparer.Ordinal);
        var around = before.Count + after.Count == 0 ? 1 : 2.0 * before.Intersect(after).Count() / (before.Count + after.Count);
        return (0.5 * around) + (0.3 * Similarity.Of(a.Name, b.Name)) + (a.Id == b.Id ? 0.2 : 0);
    }

    private static HashSet<string> Words(Flow flow) => [.. flow.Nodes.Where(node => node.IsTask).Select(Plain), "業務フロー " + flow.Name];
}
