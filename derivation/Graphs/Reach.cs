namespace Conformance.Derivation.Graphs;

/// <summary>What can be reached in a graph.</summary>
internal static class Reach
{
    /// <summary>Vertices from which, or to which, one of the given ones can be reached, these included.</summary>
    public static bool[] From(FlowGraph graph, IEnumerable<int> vertices, bool backwards = false)
    {
        var seen = new bool[graph.Vertices.Count];
        var open = new Stack<int>(vertices);
        foreach (var vertex in open)
        {
            seen[vertex] = true;
        }

        while (open.TryPop(out var vertex))
        {
            foreach (var edge in (backwards ? graph.Entering : graph.Leaving)[vertex])
            {
                var next = backwards ? graph.Edges[edge].From : graph.Edges[edge].To;
                if (!seen[next])
                {
                    seen[next] = true;
                    open.Push(next);
                }
            }
        }

        return seen;
    }

    /// <summary>
    /// The edges of a shortest path from a vertex to the first one that satisfies the condition, in the order of the file where several
    /// are as short; empty where the vertex itself does, null where none is reached.
    /// </summary>
    /// <param name="inside">Edges that may be taken.</param>
    public static List<int>? Path(FlowGraph graph, int from, Func<int, bool> wanted, Func<int, bool> inside)
    {
        if (wanted(from))
        {
            return [];
        }

        var came = new Dictionary<int, int>();
        var open = new Queue<int>([from]);
        while (open.TryDequeue(out var vertex))
        {
            foreach (var edge in graph.Leaving[vertex].Where(inside))
            {
                var next = graph.Edges[edge].To;
                if (next == from || !came.TryAdd(next, edge))
                {
                    continue;
                }

                if (wanted(next))
                {
                    var path = new List<int>();
                    for (var at = next; at != from; at = graph.Edges[came[at]].From)
                    {
                        path.Add(came[at]);
                    }

                    path.Reverse();
                    return path;
                }

                open.Enqueue(next);
            }
        }

        return null;
    }
}
