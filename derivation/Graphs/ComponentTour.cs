namespace Conformance.Derivation.Graphs;

/// <summary>Ways through a strongly connected part of a graph. Its arrays are used again for every search: a part of 10,000 nodes is searched thousands of times.</summary>
internal sealed class ComponentTour
{
    private readonly FlowGraph _graph;
    private readonly int[] _components;
    private readonly int[] _came;
    private readonly int[] _seen;
    private readonly int[] _open;
    private readonly bool[] _taken;
    private readonly int[] _left;
    private readonly bool _vertices;
    private int _search;

    /// <param name="components">Component of each vertex; a way never leaves the component in which it begins.</param>
    /// <param name="wanted">Vertices that walks are to come through; null where they are to take every edge.</param>
    public ComponentTour(FlowGraph graph, int[] components, bool[]? wanted)
    {
        (_graph, _components, _vertices) = (graph, components, wanted is not null);
        (_came, _seen, _open, _left) = (new int[components.Length], new int[components.Length], new int[components.Length], new int[components.Length]);
        _taken = new bool[graph.Edges.Count];
        for (var v = 0; v < components.Length; v++)
        {
            _left[v] = wanted is null ? graph.Leaving[v].Count(Inside) : wanted[v] ? 1 : 0;
        }
    }

    /// <summary>The edges of a walk from one vertex to another of the same component.</summary>
    /// <param name="all">Whether it takes everything in the component that no walk has taken.</param>
    public List<int> Walk(int from, int to, bool all)
    {
        var walk = new List<int>();
        var at = from;
        Come(from);
        while (all)
        {
            if (!_vertices && _left[at] > 0)
            {
                var edge = _graph.Leaving[at].First(candidate => !_taken[candidate] && Inside(candidate));
                Take(edge, walk);
                at = _graph.Edges[edge].To;
            }
            else if (Nearest(at, -1) is >= 0 and var next)
            {
                Follow(at, next, walk);
                at = next;
            }
            else
            {
                break;
            }
        }

        if (at != to)
        {
            Follow(at, Nearest(at, to), walk);
        }

        return walk;
    }

    private bool Inside(int edge) => _components[_graph.Edges[edge].From] == _components[_graph.Edges[edge].To];

    private void Take(int edge, List<int> walk)
    {
        walk.Add(edge);
        Come(_graph.Edges[edge].To);
        if (!_vertices && !_taken[edge])
        {
            _taken[edge] = true;
            _left[_graph.Edges[edge].From]--;
        }
    }

    private void Come(int vertex)
    {
        if (_vertices)
        {
            _left[vertex] = 0;
        }
    }

    /// <summary>Breadth first to a vertex, or to the first where something is left to take; -1 where there is none.</summary>
    private int Nearest(int from, int wanted)
    {
        _search++;
        var (head, tail) = (0, 0);
        _open[tail++] = from;
        _seen[from] = _search;
        while (head < tail)
        {
            var vertex = _open[head++];
            foreach (var edge in _graph.Leaving[vertex])
            {
                var next = _graph.Edges[edge].To;
                if (_seen[next] == _search || !Inside(edge))
                {
                    continue;
                }

                _seen[next] = _search;
                _came[next] = edge;
                if (wanted < 0 ? _left[next] > 0 : next == wanted)
                {
                    return next;
                }

                _open[tail++] = next;
            }
        }

        return -1;
    }

    private void Follow(int from, int to, List<int> walk)
    {
        var back = new List<int>();
        for (var at = to; at != from; at = _graph.Edges[_came[at]].From)
        {
            back.Add(_came[at]);
        }

        for (var i = back.Count - 1; i >= 0; i--)
        {
            Take(back[i], walk);
        }
    }
}
