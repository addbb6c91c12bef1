namespace Conformance.Derivation.Graphs;

/// <summary>A walk through a graph from a start to an end.</summary>
/// <param name="From">Vertex where it begins.</param>
/// <param name="Edges">Indexes of edges, each beginning where the one before ends.</param>
public sealed record Walk(int From, IReadOnlyList<int> Edges)
{
    /// <summary>The vertices in order, one more than the edges.</summary>
    public IEnumerable<int> Vertices(FlowGraph graph) => Edges.Select(edge => graph.Edges[edge].To).Prepend(From);
}
