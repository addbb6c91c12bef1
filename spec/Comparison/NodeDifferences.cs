using System.Globalization;
using Conformance.Spec.Flows;

namespace Conformance.Spec.Comparison;

/// <summary>What changed at the nodes of a flow and in their order.</summary>
internal static class NodeDifferences
{
    public static IEnumerable<Difference> Of(Flow old, Flow @new, IReadOnlyList<NodePair> nodes)
    {
        Difference Changed(DifferenceKind kind, string aspect, string before, string after) => new(StandardPart.Flow, kind, @new.Id, @new.Name, aspect, before, after);

        foreach (var (was, now) in nodes.Select(pair => (pair.Old, pair.New)))
        {
            if (was is null || now is null)
            {
                var node = (now ?? was)!;
                if (node.IsTask || node.IsGateway)
                {
                    yield return Changed(was is null ? DifferenceKind.Added : DifferenceKind.Removed, Name(node), was is null ? "" : Form(node), was is null ? Form(node) : "");
                }

                continue;
            }

            (DifferenceKind Kind, string Aspect, string Before, string After)[] texts =
            [
                (DifferenceKind.Renumbered, "手順番号", FlowMatch.Number(was), FlowMatch.Number(now)), (DifferenceKind.Renamed, "名称", FlowMatch.Plain(was), FlowMatch.Plain(now)),
                (DifferenceKind.Changed, "レーン", was.Lane, now.Lane), (DifferenceKind.Changed, "機能ID", was.Function, now.Function), (DifferenceKind.Changed, "やりとり", was.Exchange, now.Exchange),
                (DifferenceKind.Changed, "種類", was.Kind, now.Kind), (DifferenceKind.Changed, "遷移先", Target(was), Target(now)),
            ];
            foreach (var text in texts.Where(text => text.Before != text.After))
            {
                yield return Changed(text.Kind, $"{Name(now)} {text.Aspect}", text.Before, text.After);
            }

            if (Condition(old, was, nodes, true) is var before && Condition(@new, now, nodes, false) is var after && before != after)
            {
                yield return Changed(DifferenceKind.ConditionChanged, $"{Name(now)} 条件", before, after);
            }
        }

        if (Order(old, @new, nodes) is var (left, entered))
        {
            yield return Changed(DifferenceKind.Reordered, "順序", left, entered);
        }
    }

    /// <summary>作業② or 分岐「該当者がいるか」.</summary>
    internal static string Name(FlowNode node) =>
        node.IsGateway ? $"分岐「{(node.Name.Length > 0 ? node.Name.Replace(' ', '　') : node.Id)}」"
        : node.IsTask ? $"作業{(node.Step.Length > 0 ? FlowMatch.Number(node) : node.Id)}"
        : $"{node.Kind}「{(node.Name.Length > 0 ? node.Name.Replace(' ', '　') : node.Id)}」";

    private static string Form(FlowNode node) =>
        string.Join(' ', new[] { node.Lane.Length > 0 ? node.Lane + "：" : "", node.Name, node.Function.Length > 0 ? $"（{node.Function}）" : "" }.Where(text => text.Length > 0));

    private static string Target(FlowNode node) => node.Jump is { } jump ? $"{jump.Flow} {jump.Step}" : "";

    /// <summary>Who decides and which answer, on which data, leads where; in the words of the new edition where a target is the same.</summary>
    private static string Condition(Flow flow, FlowNode gateway, IReadOnlyList<NodePair> nodes, bool isOld)
    {
        var leaving = flow.Edges.Where(edge => edge.From == gateway.Id).ToList();
        if (!gateway.IsGateway || leaving.Count < 2)
        {
            return "";
        }

        string Goal(string id) => nodes.FirstOrDefault(pair => (isOld ? pair.Old : pair.New)?.Id == id) is { } pair ? Key(pair) : id;

        var lines = leaving.Select(edge =>
        {
            var outcome = gateway.Decision?.Outcomes.FirstOrDefault(outcome => outcome.Edge == edge.Id);
            var data = string.Join('、', outcome?.Classes.Select(item => item.Name) ?? []);
            return $"{(outcome?.Answer.Length > 0 ? outcome.Answer : edge.Name)}{(data.Length > 0 ? $"（{data}）" : "")}→{Goal(edge.To)}";
        });
        return $"{(gateway.Decision?.By is { Length: > 0 } by ? by + "：" : "")}{string.Join("、", lines.Order(StringComparer.Ordinal))}";
    }

    /// <summary>
    /// Steps that followed each other directly and do not any more, and those that do now. What only had a node put in between, or taken out, still follows.
    /// </summary>
    private static (string Left, string Entered)? Order(Flow old, Flow @new, IReadOnlyList<NodePair> nodes)
    {
        var keys = nodes.Where(pair => pair.Old is not null && pair.New is not null).Select((pair, i) => (pair, Key: i)).ToList();
        var oldKeys = keys.ToDictionary(entry => entry.pair.Old!.Id, entry => entry.Key, StringComparer.Ordinal);
        var newKeys = keys.ToDictionary(entry => entry.pair.New!.Id, entry => entry.Key, StringComparer.Ordinal);
        var left = Direct(old, oldKeys).Except(Followers(@new, newKeys)).Order().ToList();
        var entered = Direct(@new, newKeys).Except(Followers(old, oldKeys)).Order().ToList();
        if (left.Count + entered.Count == 0)
        {
            return null;
        }

        string Text(List<(int From, int To)> steps, Func<NodePair, FlowNode> node) =>
            string.Join('、', steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{Short(node(keys[step.From].pair))}→{Short(node(keys[step.To].pair))}")));
        return (Text(left, pair => pair.Old!), Text(entered, pair => pair.New!));
    }

    private static IEnumerable<(int From, int To)> Direct(Flow flow, Dictionary<string, int> keys) =>
        flow.Edges.Where(edge => keys.ContainsKey(edge.From) && keys.ContainsKey(edge.To)).Select(edge => (keys[edge.From], keys[edge.To])).Distinct();

    private static HashSet<(int From, int To)> Followers(Flow flow, Dictionary<string, int> keys)
    {
        var next = flow.Edges.ToLookup(edge => edge.From, edge => edge.To);
        var found = new HashSet<(int, int)>();
        foreach (var (id, key) in keys)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(next[id]);
            while (open.TryPop(out var node))
            {
                if (keys.TryGetValue(node, out var target))
                {
                    found.Add((key, target));
                }
                else if (seen.Add(node))
                {
                    foreach (var further in next[node])
                    {
                        open.Push(further);
                    }
                }
            }
        }

        return found;
    }

    private static string Key(NodePair pair) => Short((pair.New ?? pair.Old)!);

    private static string Short(FlowNode node) => node.IsTask && node.Step.Length > 0 ? FlowMatch.Number(node) : node.Name.Length > 0 ? node.Name : node.Id;
}
