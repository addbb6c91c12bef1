namespace Conformance.Derivation.Graphs;

/// <summary>Walks that go along every prime path that stands on a walk at all. Few, but not always the fewest.</summary>
internal static class PrimeWalks
{
    /// <summary>Prime paths for which walks are looked for; nobody runs more.</summary>
    public const int MaxPaths = 2_000;

    /// <returns>The walks, and false where there were too many prime paths to find them all.</returns>
    public static (IReadOnlyList<Walk> Walks, bool Complete) Find(FlowGraph graph)
    {
        var found = PrimePaths.Find(graph);
        var primes = found.Paths.Count <= MaxPaths ? found : new PrimePaths([.. found.Paths.Take(MaxPaths)], false);
        var toured = new HashSet<string>(StringComparer.Ordinal);
        var walks = new List<Walk>();
        foreach (var path in primes.Paths.OrderByDescending(path => path.Count))
        {
            if (toured.Contains(Key(path)) || Extended(graph, path) is not { } walk)
            {
                continue;
            }

            walks.Add(walk);
            var vertices = walk.Vertices(graph).ToList();
            foreach (var other in primes.Paths.Where(other => Contains(vertices, other)))
            {
                toured.Add(Key(other));
            }
        }

        return (walks, primes.Complete);
    }

    private static string Key(IReadOnlyList<int> path) => string.Join(',', path);

    private static bool Contains(List<int> walk, IReadOnlyList<int> path)
    {
        for (var at = 0; at + path.Count <= walk.Count; at++)
        {
            var same = 0;
            while (same < path.Count && walk[at + same] == path[same])
            {
                same++;
            }

            if (same == path.Count)
            {
                return true;
            }
        }

        return false;
    }

    private static Walk? Extended(FlowGraph graph, IReadOnlyList<int> path)
    {
        var edges = path.Zip(path.Skip(1), (from, to) => graph.Leaving[from].First(edge => graph.Edges[edge].To == to)).ToList();
        var after = Reach.Path(graph, path[^1], v => graph.Ends[v], _ => true);
        var starts = Enumerable.Range(0, graph.Vertices.Count).Where(v => graph.Starts[v]);
        var before = starts.Select(start => (Start: start, Way: Reach.Path(graph, start, v => v == path[0], _ => true))).Where(entry => entry.Way is not null).OrderBy(entry => entry.Way!.Count).FirstOrDefault();
        return after is null || before.Way is null ? null : new Walk(before.Start, [.. before.Way, .. edges, .. after]);
    }
}
