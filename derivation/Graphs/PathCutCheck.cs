namespace Conformance.Derivation.Graphs;

/// <summary>
/// Checks the proof that walks along every prime path are as few as can be, without knowing how it was found: no walk may go along two paths of the cut,
/// whether one after the other or with an end of the one as the beginning of the other.
/// </summary>
internal static class PathCutCheck
{
    public static bool Holds(FlowGraph graph, IReadOnlyList<IReadOnlyList<int>> paths)
    {
        var behind = new Dictionary<int, bool[]>();
        bool Behind(int last, int first) =>
            (behind.TryGetValue(last, out var reached) ? reached : behind[last] = Reach.From(graph, graph.Leaving[last].Select(edge => graph.Edges[edge].To)))[first];
        for (var i = 0; i < paths.Count; i++)
        {
            for (var j = 0; j < paths.Count; j++)
            {
                if (i != j && (Behind(paths[i][^1], paths[j][0]) || Overlap(paths[i], paths[j])))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Whether the second path can begin while the first one is still being gone along.
    private static bool Overlap(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        for (var at = 0; at < first.Count; at++)
        {
            var same = 0;
            while (at + same < first.Count && same < second.Count && first[at + same] == second[same])
            {
                same++;
            }

            if (same > 0 && (at + same == first.Count || same == second.Count))
            {
                return true;
            }
        }

        return false;
    }
}
