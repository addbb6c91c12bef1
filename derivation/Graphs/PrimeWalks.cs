namespace Conformance.Derivation.Graphs;

/// <summary>
/// The fewest walks that go along every prime path that stands on a walk at all. A walk is followed together with the longest beginning of a prime path that it
/// has just gone along (Aho and Corasick 1975); in that larger graph a prime path is a single vertex, so the fewest walks are again a minimum flow with lower bounds.
/// </summary>
/// <param name="Walks">In the graph itself.</param>
/// <param name="Cut">Prime paths no two of which stand on one walk.</param>
/// <param name="Complete">False where there were too many prime paths to ask for them all.</param>
internal sealed record PrimeWalks(IReadOnlyList<Walk> Walks, IReadOnlyList<IReadOnlyList<int>> Cut, bool Complete)
{
    /// <summary>Prime paths for which walks are looked for; nobody runs more.</summary>
    public const int MaxPaths = 2_000;

    /// <summary>Steps in the larger graph, about.</summary>
    public const int MaxSteps = 500_000;

    public static PrimeWalks Find(FlowGraph graph)
    {
        var found = PrimePaths.Find(graph);
        var paths = Affordable(graph, found.Paths);
        var pursuit = PathPursuit.Of(graph, paths);
        var cover = new WalkCoverSearch(pursuit.Graph, pursuit.Wanted).Find();
        return new PrimeWalks(
            [.. cover.Walks.Select(walk => new Walk(pursuit.Vertex[walk.From], [.. walk.Edges.Select(edge => pursuit.Edge[edge])]))],
            [.. cover.CutVertices.Select(vertex => paths[pursuit.Path[vertex]])],
            found.Complete && paths.Count == found.Paths.Count);
    }

    private static List<IReadOnlyList<int>> Affordable(FlowGraph graph, IReadOnlyList<IReadOnlyList<int>> paths)
    {
        var (taken, steps) = (new List<IReadOnlyList<int>>(), 0L);
        foreach (var path in paths.Take(MaxPaths))
        {
            steps += path.Sum(vertex => graph.Leaving[vertex].Count);
            if (steps > MaxSteps)
            {
                break;
            }

            taken.Add(path);
        }

        return taken;
    }
}
