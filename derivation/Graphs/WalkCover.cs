using Conformance.Derivation.Suites;

namespace Conformance.Derivation.Graphs;

/// <summary>
/// Walks that cover every node or every edge of a graph, as few as there can be, and the cut that proves it: elements no two of which can
/// stand on one walk.
/// </summary>
/// <param name="Walks">From a start to an end each.</param>
/// <param name="CutVertices">With <see cref="CutEdges"/> as many elements as there are walks.</param>
public sealed record WalkCover(IReadOnlyList<Walk> Walks, IReadOnlyList<int> CutVertices, IReadOnlyList<int> CutEdges)
{
    /// <summary>The size of the cut: fewer walks are not enough.</summary>
    public int Bound => CutVertices.Count + CutEdges.Count;

    /// <param name="criterion"><see cref="Criterion.Nodes"/> or <see cref="Criterion.Edges"/>.</param>
    public static WalkCover Find(FlowGraph graph, Criterion criterion) => new WalkCoverSearch(graph, criterion == Criterion.Edges ? null : [.. graph.Vertices.Select(_ => true)]).Find();
}
