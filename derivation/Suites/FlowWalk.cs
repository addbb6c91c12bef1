using Conformance.Derivation.Graphs;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>A walk in the words of the flow.</summary>
/// <param name="Nodes">In order.</param>
/// <param name="Edges">IDs of the sequence flows, in order.</param>
public sealed record FlowWalk(IReadOnlyList<FlowNode> Nodes, IReadOnlyList<string> Edges)
{
    internal static FlowWalk Of(FlowGraph graph, Walk walk) => new(
        [.. walk.Vertices(graph).Select(vertex => graph.Vertices[vertex]).Where(vertex => !vertex.Exit).Select(vertex => vertex.Node)],
        [.. walk.Edges.Select(edge => graph.Edges[edge].Flow).OfType<FlowEdge>().Select(edge => edge.Id)]);
}
