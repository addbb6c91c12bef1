using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>Puts the flow that a call activity calls in its place, so that a run goes through it.</summary>
internal static class Calls
{
    /// <summary>The flow with every call to a flow of the same standard put in. A flow that calls itself is not put in again.</summary>
    public static Flow PutIn(IReadOnlyList<Flow> flows, Flow flow) => PutIn(flows, flow, [flow.Id]);

    private static Flow PutIn(IReadOnlyList<Flow> flows, Flow flow, List<string> within)
    {
        var (nodes, edges) = (new List<FlowNode>(), flow.Edges.ToList());
        foreach (var node in flow.Nodes)
        {
            var called = node is { Kind: "callActivity", Called.Length: > 0 } ? flows.FirstOrDefault(other => (other.Id == node.Called || "flow-" + other.Id == node.Called) && !within.Contains(other.Id)) : null;
            if (called is null)
            {
                nodes.Add(node);
                continue;
            }

            var inner = PutIn(flows, called, [.. within, called.Id]);
            nodes.Add(node with { Kind = "subProcess" });
            string At(string id) => id.Length > 0 ? $"{node.Id}/{id}" : "";
            nodes.AddRange(inner.Nodes.Select(part => part with
            {
                Id = At(part.Id),
                Scope = part.Scope.Length > 0 ? At(part.Scope) : node.Id,
                AttachedTo = At(part.AttachedTo),
                Handler = At(part.Handler),
                Default = At(part.Default),
                Decision = part.Decision is null ? null : part.Decision with { Outcomes = [.. part.Decision.Outcomes.Select(outcome => outcome with { Edge = At(outcome.Edge) })] },
            }));
            edges.AddRange(inner.Edges.Select(edge => edge with { Id = At(edge.Id), From = At(edge.From), To = At(edge.To), Scope = edge.Scope.Length > 0 ? At(edge.Scope) : node.Id }));
        }

        return flow with { Nodes = nodes, Edges = edges };
    }
}
