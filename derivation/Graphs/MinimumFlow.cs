namespace Conformance.Derivation.Graphs;

/// <summary>
/// Minimum flow with lower bounds in an acyclic network (Ntafos and Hakimi 1979): a feasible flow is reduced by a maximum flow from the
/// sink back to the source. The arcs that cross the last cut carry exactly their lower bounds, which proves the minimum.
/// </summary>
/// <remarks>Vertices are numbered in topological order, 0 is the source and the last one the sink; every vertex is on a path between them.</remarks>
internal sealed class MinimumFlow
{
    private readonly int _vertices;
    private readonly List<(int From, int To, int Lower)> _arcs;
    private readonly long[] _flow;
    private readonly int[][] _incident;

    private MinimumFlow(int vertices, List<(int From, int To, int Lower)> arcs)
    {
        (_vertices, _arcs, _flow) = (vertices, arcs, [.. arcs.Select(arc => (long)arc.Lower)]);
        var incident = new List<int>[vertices];
        for (var v = 0; v < vertices; v++)
        {
            incident[v] = [];
        }

        for (var i = 0; i < arcs.Count; i++)
        {
            incident[arcs[i].From].Add(i);
            incident[arcs[i].To].Add(i);
        }

        _incident = [.. incident.Select(list => list.ToArray())];
    }

    /// <summary>The flow on each arc, and the arcs of the cut.</summary>
    public static (long[] Flow, List<int> Cut) Solve(int vertices, List<(int From, int To, int Lower)> arcs)
    {
        var network = new MinimumFlow(vertices, arcs);
        network.MakeFeasible();
        while (network.Cancel())
        {
        }

        var reached = network.Reached();
        return (network._flow, [.. Enumerable.Range(0, arcs.Count).Where(i => !reached[arcs[i].From] && reached[arcs[i].To] && arcs[i].Lower > 0)]);
    }

    private void MakeFeasible()
    {
        var excess = new long[_vertices];
        for (var i = 0; i < _arcs.Count; i++)
        {
            excess[_arcs[i].From] -= _flow[i];
            excess[_arcs[i].To] += _flow[i];
        }

        for (var v = _vertices - 2; v > 0; v--)
        {
            if (excess[v] < 0)
            {
                var arc = _incident[v].Where(i => _arcs[i].To == v).MaxBy(i => excess[_arcs[i].From]);
                _flow[arc] -= excess[v];
                excess[_arcs[arc].From] += excess[v];
                excess[v] = 0;
            }
        }

        for (var v = 1; v < _vertices - 1; v++)
        {
            if (excess[v] > 0)
            {
                var arc = _incident[v].Where(i => _arcs[i].From == v).MinBy(i => excess[_arcs[i].To]);
                _flow[arc] += excess[v];
                excess[_arcs[arc].To] += excess[v];
                excess[v] = 0;
            }
        }
    }

    // Going along an arc raises its flow, which is unbounded; going against it lowers the flow, down to its lower bound.
    private long Capacity(int arc, bool along) => along ? long.MaxValue : _flow[arc] - _arcs[arc].Lower;

    private bool[] Reached()
    {
        var reached = new bool[_vertices];
        reached[_vertices - 1] = true;
        var open = new Stack<int>([_vertices - 1]);
        while (open.TryPop(out var v))
        {
            foreach (var i in _incident[v])
            {
                var along = _arcs[i].From == v;
                var next = along ? _arcs[i].To : _arcs[i].From;
                if (!reached[next] && Capacity(i, along) > 0)
                {
                    reached[next] = true;
                    open.Push(next);
                }
            }
        }

        return reached;
    }

    // As many augmenting paths from the sink to the source as one depth-first search meets; a vertex that led nowhere is not tried again. Levels, as Dinic has
    // them, would be as many as the longest path is long, which in a flow of 10,000 nodes is a thousand rounds instead of a few.
    private bool Cancel()
    {
        var (next, visited) = (new int[_vertices], new bool[_vertices]);
        var path = new List<(int Arc, bool Along)>();
        var (v, found) = (_vertices - 1, false);
        visited[v] = true;
        while (true)
        {
            if (v == 0)
            {
                found = true;
                var amount = path.Min(step => Capacity(step.Arc, step.Along));
                var full = path.Count;
                for (var i = path.Count - 1; i >= 0; i--)
                {
                    var (arc, along) = path[i];
                    _flow[arc] += along ? amount : -amount;
                    full = Capacity(arc, along) == 0 ? i : full;
                }

                // What leads up to the first arc that is full now can be used again.
                for (var i = full; i < path.Count; i++)
                {
                    visited[Head(path[i])] = false;
                }

                v = Tail(path[full]);
                path.RemoveRange(full, path.Count - full);
                continue;
            }

            var advanced = false;
            for (; next[v] < _incident[v].Length; next[v]++)
            {
                var i = _incident[v][next[v]];
                var along = _arcs[i].From == v;
                var to = along ? _arcs[i].To : _arcs[i].From;
                if (!visited[to] && Capacity(i, along) > 0)
                {
                    path.Add((i, along));
                    visited[to] = true;
                    v = to;
                    advanced = true;
                    break;
                }
            }

            if (advanced)
            {
                continue;
            }

            if (path.Count == 0)
            {
                return found;
            }

            v = Tail(path[^1]);
            path.RemoveAt(path.Count - 1);
            next[v]++;
        }
    }

    private int Head((int Arc, bool Along) step) => step.Along ? _arcs[step.Arc].To : _arcs[step.Arc].From;

    private int Tail((int Arc, bool Along) step) => step.Along ? _arcs[step.Arc].From : _arcs[step.Arc].To;
}
