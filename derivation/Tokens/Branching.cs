using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

/// <summary>Which outgoing flows are taken together.</summary>
internal static class Branching
{
    /// <summary>With more conditional flows than this, not every subset is an option of its own, only each flow alone and all of them.</summary>
    public const int MaxSubsets = 5;

    /// <summary>The ways on from a node, in the order of the file; one empty way where nothing leaves it.</summary>
    public static IReadOnlyList<IReadOnlyList<FlowEdge>> Options(FlowNode node, IReadOnlyList<FlowEdge> leaving)
    {
        if (leaving.Count < 2 || node.Kind == "parallelGateway")
        {
            return [leaving];
        }

        if (node.Kind is "exclusiveGateway" or "eventBasedGateway")
        {
            return [.. leaving.Select(edge => new[] { edge })];
        }

        // An inclusive or complex gateway, or an activity whose flows bear conditions. The default is for when no condition holds.
        var gateway = node.IsGateway;
        var conditional = leaving.Where(edge => edge.Id != node.Default && (gateway || edge.Conditional)).ToList();
        if (conditional.Count == 0)
        {
            return [leaving];
        }

        var always = leaving.Where(edge => edge.Id != node.Default && !gateway && !edge.Conditional).ToList();
        var options = Subsets(conditional).Select(subset => (IReadOnlyList<FlowEdge>)[.. leaving.Where(edge => always.Contains(edge) || subset.Contains(edge))]).ToList();
        if (leaving.FirstOrDefault(edge => edge.Id == node.Default) is { } otherwise)
        {
            options.Add([.. always, otherwise]);
        }
        else if (always.Count > 0)
        {
            options.Add(always);
        }

        return options;
    }

    public static IEnumerable<IReadOnlyList<T>> Subsets<T>(IReadOnlyList<T> of)
    {
        if (of.Count > MaxSubsets)
        {
            return of.Select(one => (IReadOnlyList<T>)[one]).Prepend(of);
        }

        return Enumerable.Range(1, (1 << of.Count) - 1).Reverse().Select(bits => (IReadOnlyList<T>)[.. of.Where((_, i) => (bits & (1 << i)) != 0)]);
    }
}
