using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>Puts the flow that a call activity calls in its place, so that a run goes through it.</summary>
/// <param name="called">The flow that a call activity of a flow calls; null where none is known.</param>
/// <param name="notes">What was not put in, and why.</param>
internal sealed class Calls(Func<Flow, FlowNode, Flow?> called, ICollection<Problem> notes)
{
    /// <summary>Nodes of a flow with everything that it calls. A flow that calls two others that call two others … would soon have more than anybody can go through.</summary>
    public const int MaxNodes = 20_000;

    private int _nodes;

    /// <summary>The flow with every call to a flow of the same standard put in. A flow that calls itself is not put in again.</summary>
    public static Flow PutIn(IReadOnlyList<Flow> flows, Flow flow) =>
        new Calls((_, node) => flows.FirstOrDefault(other => other.Id == node.Called || "flow-" + other.Id == node.Called), []).PutIn(flow);

    /// <summary>The flow with every call put in whose flow is known.</summary>
    public Flow PutIn(Flow flow)
    {
        _nodes = flow.Nodes.Count;
        return PutIn(flow, [flow]);
    }

    private Flow PutIn(Flow flow, List<Flow> within)
    {
        var (nodes, edges, loose) = (new List<FlowNode>(), flow.Edges.ToList(), flow.Loose.ToList());
        foreach (var node in flow.Nodes)
        {
            if (node is not { Kind: "callActivity", Called.Length: > 0 } || called(flow, node) is not { } other || !IsPutIn(flow, node, other, within))
            {
                nodes.Add(node);
                continue;
            }

            var inner = PutIn(other, [.. within, other]);
            nodes.Add(node with { Kind = "subProcess" });
            string At(string id) => id.Length > 0 ? $"{node.Id}/{id}" : "";
            string Scope(string scope) => scope.Length > 0 ? At(scope) : node.Id;
            FlowEdge Moved(FlowEdge edge) => edge with { Id = At(edge.Id), From = At(edge.From), To = At(edge.To), Scope = Scope(edge.Scope) };
            nodes.AddRange(inner.Nodes.Select(part => part with
            {
                Id = At(part.Id),
                Scope = Scope(part.Scope),
                AttachedTo = At(part.AttachedTo),
                Handler = At(part.Handler),
                TriggerName = part.Trigger == EventTrigger.Compensation ? At(part.TriggerName) : part.TriggerName,
                Default = At(part.Default),
                Decision = part.Decision is null ? null : part.Decision with { Outcomes = [.. part.Decision.Outcomes.Select(outcome => outcome with { Edge = At(outcome.Edge) })] },
            }));
            edges.AddRange(inner.Edges.Select(Moved));
            loose.AddRange(inner.Loose.Select(edge => edge with { Edge = Moved(edge.Edge) }));
        }

        return flow with { Nodes = nodes, Edges = edges, Loose = loose };
    }

    private bool IsPutIn(Flow flow, FlowNode node, Flow other, List<Flow> within)
    {
        if (within.Exists(outer => ReferenceEquals(outer, other) || (outer.Id == other.Id && outer.File == other.File)))
        {
            notes.Add(new Problem("CF2044", flow.File, node.Line, node.Column, $"「{node.Id}」 calls 「{other.Id}」, in which it stands itself; it is one step.", "Draw the repetition as a loop."));
            return false;
        }

        if (_nodes + other.Nodes.Count > MaxNodes)
        {
            notes.Add(new Problem("CF2045", flow.File, node.Line, node.Column, $"With everything that it calls the flow would have more than {MaxNodes} nodes; 「{node.Id}」 is one step.", "Look at the called process by itself."));
            return false;
        }

        _nodes += other.Nodes.Count;
        return true;
    }
}
