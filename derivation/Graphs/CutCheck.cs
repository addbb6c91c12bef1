namespace Conformance.Derivation.Graphs;

/// <summary>
/// Checks the proof that a cover by walks is the smallest, without knowing how it was found: no walk may take two elements of the cut, so
/// there must be at least as many walks as elements.
/// </summary>
public static class CutCheck
{
    /// <summary>True where no element of the cut can be followed by another one.</summary>
    public static bool Holds(FlowGraph graph, IReadOnlyList<int> vertices, IReadOnlyList<int> edges)
    {
        // An element is left at its head and come upon at its tail; for a vertex both are the vertex.
        var heads = vertices.Concat(edges.Select(edge => graph.Edges[edge].To)).ToList();
        var tails = vertices.Concat(edges.Select(edge => graph.Edges[edge].From)).ToList();
        if (vertices.Distinct().Count() != vertices.Count || edges.Distinct().Count() != edges.Count)
        {
            return false;
        }

        var after = Reach.From(graph, edges.Select(edge => graph.Edges[edge].To).Concat(vertices.SelectMany(v => graph.Leaving[v]).Select(edge => graph.Edges[edge].To)));
        for (var i = 0; i < tails.Count; i++)
        {
            // An edge that leaves a vertex of the cut follows it at once.
            if (!after[tails[i]] && (i < vertices.Count || !vertices.Contains(tails[i])))
            {
                continue;
            }

            // It lies on a cycle, or something comes before it: that must be nothing but itself.
            var before = Reach.From(graph, [tails[i]], backwards: true);
            for (var j = 0; j < heads.Count; j++)
            {
                if (j != i && before[heads[j]])
                {
                    return false;
                }
            }
        }

        return true;
    }
}
