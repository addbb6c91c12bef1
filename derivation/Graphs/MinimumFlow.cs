namespace Conformance.Derivation.Graphs;

/// <summary>
/// Minimum flow with lower bounds in an acyclic network (Ntafos and Hakimi 1979): a feasible flow is reduced by a maximum flow from the
/// sink back to the source (Dinic 1970). The arcs that cross the last cut carry exactly their lower bounds, which proves the minimum.
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
        int[] level;
        while ((level = network.Levels())[0] >= 0)
        {
            network.Cancel(level);
        }

        return (network._flow, [.. Enumerable.Range(0, arcs.Count).Where(i => level[arcs[i].From] < 0 && level[arcs[i].To] >= 0 && arcs[i].Lower > 0)]);
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
                var arc = _incident[v].First(i => _arcs[i].To == v);
                _flow[arc] -= excess[v];
                excess[_arcs[arc].From] += excess[v];
                excess[v] = 0;
            }
        }

        for (var v = 1; v < _vertices - 1; v++)
        {
            if (excess[v] > 0)
            {
                var arc = _incident[v].First(i => _arcs[i].From == v);
                _flow[arc] += excess[v];
                excess[_arcs[arc].To] += excess[v];
                excess[v] = 0;
            }
        }
    }

    // Going along an arc raises its flow, which is unbounded; going against it lowers the flow, down to its lower bound.
    private long Capacity(int arc, bool along) => along ? long.MaxValue : _flow[arc] - _arcs[arc].Lower;

    private int[] Levels()
    {
        var level = new int[_vertices];
        Array.Fill(level, -1);
        level[_vertices - 1] = 0;
        var open = new Queue<int>([_vertices - 1]);
        while (open.TryDequeue(out var v))
        {
            foreach (var i in _incident[v])
            {
                var along = _arcs[i].From == v;
                var next = along ? _arcs[i].To : _arcs[i].From;
                if (level[next] < 0 && Capacity(i, along) > 0)
                {
                    level[next] = level[v] + 1;
                    open.Enqueue(next);
                }
            }
        }

        return level;
    }

    // A blocking flow from the sink to the source.
    private void Cancel(int[] level)
    {
        var next = new int[_vertices];
        var path = new List<(int Arc, bool Along)>();
        var v = _vertices - 1;
        while (true)
        {
            if (v == 0)
            {
                var amount = path.Min(step => Capacity(step.Arc, step.Along));
                foreach (var (arc, along) in path)
                {
                    _flow[arc] += along ? amount : -amount;
                }

                path.Clear();
                v = _vertices - 1;
                continue;
            }

            var advanced = false;
            for (; next[v] < _incident[v].Length; next[v]++)
            {
                var i = _incident[v][next[v]];
                var along = _arcs[i].From == v;
                var to = along ? _arcs[i].To : _arcs[i].From;
                if (level[to] == level[v] + 1 && Capacity(i, along) > 0)
                {
                    path.Add((i, along));
                    v = to;
                    advanced = true;
                    break;
                }
            }

            if (!advanced)
            {
                if (path.Count == 0)
                {
                    return;
                }

                var (arc, along) = path[^1];
                path.RemoveAt(path.Count - 1);
                v = along ? _arcs[arc].From : _arcs[arc].To;
                next[v]++;
            }
        }
    }
}
