using System.Globalization;
using Conformance.Spec.Flows;

namespace Conformance.Spec.Comparison;

/// <summary>One flow in both editions, compared by what it means: not by IDs of elements, nor by where they are drawn.</summary>
/// <param name="Old">Null where the flow is new.</param>
/// <param name="New">Null where it is gone.</param>
/// <param name="Nodes">What became what; a node without a partner is new or gone.</param>
public sealed record FlowComparison(Flow? Old, Flow? New, IReadOnlyList<NodePair> Nodes, IReadOnlyList<Difference> Differences)
{
    public string Id => (New ?? Old)!.Id;

    public string Name => (New ?? Old)!.Name;

    internal static IReadOnlyList<FlowComparison> All(Standard old, Standard @new)
    {
        var before = old.Flows.DistinctBy(flow => flow.Id).ToDictionary(flow => flow.Id, StringComparer.Ordinal);
        var pairs = @new.Flows.DistinctBy(flow => flow.Id).Where(flow => before.TryGetValue(flow.Id, out var was) && FlowMatch.Likeness(was, flow) > 0)
            .ToDictionary(flow => flow.Id, flow => (Was: before[flow.Id], Confidence: (double?)null), StringComparer.Ordinal);
        var gone = old.Flows.Where(flow => !pairs.TryGetValue(flow.Id, out var pair) || pair.Was != flow).ToList();
        var come = @new.Flows.Where(flow => !pairs.ContainsKey(flow.Id)).ToList();
        foreach (var (was, now, confidence) in Pairing.Of(gone, come, FlowMatch.Likeness, 0.6))
        {
            pairs[now.Id] = (was, confidence);
        }

        var kept = pairs.Values.Select(pair => pair.Was.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. @new.Flows.Select(flow => pairs.TryGetValue(flow.Id, out var pair) ? Of(pair.Was, flow, pair.Confidence) : Whole(null, flow)),
            .. old.Flows.Where(flow => !kept.Contains(flow.Id)).Select(flow => Whole(flow, null)),
        ];
    }

    private static FlowComparison Whole(Flow? old, Flow? @new)
    {
        var flow = (@new ?? old)!;
        var tasks = string.Create(CultureInfo.InvariantCulture, $"作業{flow.Nodes.Count(node => node.IsTask)}個");
        return new FlowComparison(old, @new, [.. flow.Nodes.Select(node => old is null ? new NodePair(null, node) : new NodePair(node, null))],
            [new Difference(StandardPart.Flow, old is null ? DifferenceKind.Added : DifferenceKind.Removed, flow.Id, flow.Name, "", old is null ? "" : tasks, old is null ? tasks : "")]);
    }

    private static FlowComparison Of(Flow old, Flow @new, double? confidence)
    {
        var nodes = FlowMatch.Nodes(old, @new);
        var differences = new List<Difference>();
        if (confidence is not null)
        {
            differences.Add(new Difference(StandardPart.Flow, DifferenceKind.Renumbered, @new.Id, @new.Name, "業務フロー", old.Id, @new.Id) { Confidence = confidence });
        }

        if (old.Name != @new.Name)
        {
            differences.Add(new Difference(StandardPart.Flow, DifferenceKind.Renamed, @new.Id, @new.Name, "名称", old.Name, @new.Name));
        }

        differences.AddRange(NodeDifferences.Of(old, @new, nodes));

        // Every difference at a node begins with its name.
        var touched = differences.Select(difference => difference.Aspect.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        return new FlowComparison(old, @new,
            [.. nodes.Select(pair => pair is { Old: not null, New: { } now } && touched.Contains(NodeDifferences.Name(now)) ? pair with { Mark = "changed" } : pair)], differences);
    }
}
