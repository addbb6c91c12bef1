namespace Conformance.Derivation.Graphs;

/// <summary>
/// Prime paths (Ammann and Offutt): simple paths that no longer simple path contains, and simple cycles. There can be exponentially many,
/// so the search is bounded.
/// </summary>
/// <param name="Paths">Vertices in order; a cycle ends where it begins.</param>
/// <param name="Complete">False where the search was cut off.</param>
public sealed record PrimePaths(IReadOnlyList<IReadOnlyList<int>> Paths, bool Complete)
{
    /// <summary>Simple paths that are looked at before the search is cut off.</summary>
    public const int MaxSteps = 1_000_000;

    public static PrimePaths Find(FlowGraph graph)
    {
        var (found, steps) = (new List<IReadOnlyList<int>>(), 0);
        var on = new bool[graph.Vertices.Count];
        var path = new List<int>();
        var next = new Stack<int>();
        for (var start = 0; start < on.Length; start++)
        {
            path.Add(start);
            on[start] = true;
            next.Push(0);
            while (path.Count > 0)
            {
                var (vertex, at) = (path[^1], next.Pop());
                if (at == 0 && ++steps > MaxSteps)
                {
                    return new PrimePaths(found, false);
                }

                if (at == 0 && IsPrime(graph, path, on))
                {
                    found.Add([.. path]);
                }

                if (at == graph.Leaving[vertex].Count)
                {
                    on[vertex] = false;
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                next.Push(at + 1);
                var to = graph.Edges[graph.Leaving[vertex][at]].To;
                if (to == start && !graph.Leaving[vertex].Take(at).Any(edge => graph.Edges[edge].To == to))
                {
                    found.Add([.. path, to]);
                }
                else if (!on[to] && !graph.Leaving[vertex].Take(at).Any(edge => graph.Edges[edge].To == to))
                {
                    path.Add(to);
                    on[to] = true;
                    next.Push(0);
                }
            }
        }

        return new PrimePaths(found, true);
    }

    /// <summary>Simple paths from a start to an end; null where there are more than <see cref="MaxSteps"/> steps to look at.</summary>
    public static int? CountSimple(FlowGraph graph)
    {
        var (count, steps) = (0, 0);
        var on = new bool[graph.Vertices.Count];
        foreach (var start in Enumerable.Range(0, on.Length).Where(v => graph.Starts[v]))
        {
            var open = new Stack<(int Vertex, int Next)>([(start, 0)]);
            on[start] = true;
            while (open.TryPop(out var top))
            {
                if (top.Next == 0 && graph.Ends[top.Vertex])
                {
                    count++;
                }

                if (++steps > MaxSteps)
                {
                    return null;
                }

                if (top.Next == graph.Leaving[top.Vertex].Count)
                {
                    on[top.Vertex] = false;
                    continue;
                }

                open.Push((top.Vertex, top.Next + 1));
                var to = graph.Edges[graph.Leaving[top.Vertex][top.Next]].To;
                if (!on[to])
                {
                    on[to] = true;
                    open.Push((to, 0));
                }
            }
        }

        return count;
    }

    private static bool IsPrime(FlowGraph graph, List<int> path, bool[] on)
    {
        // It can be made longer where a neighbour of an end is new, or is the other end: then it closes to a cycle.
        bool Longer(int neighbour, int otherEnd) => !on[neighbour] || neighbour == otherEnd;
        return !graph.Leaving[path[^1]].Any(edge => Longer(graph.Edges[edge].To, path[0]))
            && !graph.Entering[path[0]].Any(edge => Longer(graph.Edges[edge].From, path[^1]));
    }
}
