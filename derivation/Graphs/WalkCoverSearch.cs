namespace Conformance.Derivation.Graphs;

/// <summary>Minimum flow on the components of a graph: a walk that enters a component can take everything in it.</summary>
internal sealed class WalkCoverSearch
{
    private readonly FlowGraph _graph;
    private readonly bool[]? _wanted;
    private readonly bool[] _useful;
    private readonly Components _components;

    /// <param name="wanted">Whether a vertex is to be covered, by vertex; null where every edge is.</param>
    public WalkCoverSearch(FlowGraph graph, bool[]? wanted)
    {
        (_graph, _wanted, _components) = (graph, wanted, Components.Find(graph));
        var vertices = Enumerable.Range(0, graph.Vertices.Count).ToList();
        var (forth, back) = (Reach.From(graph, vertices.Where(v => graph.Starts[v])), Reach.From(graph, vertices.Where(v => graph.Ends[v]), backwards: true));
        _useful = [.. vertices.Select(v => forth[v] && back[v])];
    }

    public WalkCover Find()
    {
        var members = new List<int>[_components.Count];
        for (var c = 0; c < members.Length; c++)
        {
            members[c] = [];
        }

        for (var v = 0; v < _graph.Vertices.Count; v++)
        {
            if (_useful[v])
            {
                members[_components.Of[v]].Add(v);
            }
        }

        // Components come in reverse topological order. Each is an arc from 2i+1 to 2i+2; 0 is the source.
        var used = Enumerable.Range(0, _components.Count).Reverse().Where(c => members[c].Count > 0).ToList();
        if (used.Count == 0)
        {
            return new WalkCover([], [], []);
        }

        var place = new int[_components.Count];
        for (var i = 0; i < used.Count; i++)
        {
            place[used[i]] = i;
        }

        var (arcs, meaning) = (new List<(int From, int To, int Lower)>(), new List<(int Vertex, int Edge)>());
        var sink = (2 * used.Count) + 1;
        foreach (var c in used)
        {
            var (lower, what) = Asked(c, members[c]);
            arcs.Add(((2 * place[c]) + 1, (2 * place[c]) + 2, lower));
            meaning.Add(what);
        }

        foreach (var c in used)
        {
            foreach (var v in members[c])
            {
                if (_graph.Starts[v])
                {
                    arcs.Add((0, (2 * place[c]) + 1, 0));
                    meaning.Add((v, -1));
                }

                foreach (var edge in _graph.Leaving[v].Where(edge => Useful(edge) && _components.Of[_graph.Edges[edge].To] != c))
                {
                    arcs.Add(((2 * place[c]) + 2, (2 * place[_components.Of[_graph.Edges[edge].To]]) + 1, _wanted is null ? 1 : 0));
                    meaning.Add((-1, edge));
                }

                if (_graph.Ends[v])
                {
                    arcs.Add(((2 * place[c]) + 2, sink, 0));
                    meaning.Add((v, -1));
                }
            }
        }

        var (flow, cut) = MinimumFlow.Solve(sink + 1, arcs);
        return new WalkCover(Walks(arcs, meaning, flow, sink),
            [.. cut.Where(arc => meaning[arc].Edge < 0).Select(arc => meaning[arc].Vertex)], [.. cut.Where(arc => meaning[arc].Edge >= 0).Select(arc => meaning[arc].Edge)]);
    }

    // Whether a walk must go through a component, and one element for which it must.
    private (int Lower, (int Vertex, int Edge) What) Asked(int component, List<int> members)
    {
        if (_wanted is { } wanted)
        {
            var vertex = members.FindIndex(v => wanted[v]);
            return vertex >= 0 ? (1, (members[vertex], -1)) : (0, (members[0], -1));
        }

        var inner = members.SelectMany(v => _graph.Leaving[v]).FirstOrDefault(edge => _components.Of[_graph.Edges[edge].To] == component, -1);
        var alone = !members.SelectMany(v => _graph.Leaving[v].Concat(_graph.Entering[v])).Any(Useful);
        return inner >= 0 ? (1, (-1, inner)) : (alone ? 1 : 0, (members[0], -1));
    }

    private bool Useful(int edge) => _useful[_graph.Edges[edge].From] && _useful[_graph.Edges[edge].To];

    private List<Walk> Walks(List<(int From, int To, int Lower)> arcs, List<(int Vertex, int Edge)> meaning, long[] flow, int sink)
    {
        var leaving = new List<int>[sink + 1];
        for (var v = 0; v <= sink; v++)
        {
            leaving[v] = [];
        }

        for (var arc = 0; arc < arcs.Count; arc++)
        {
            leaving[arcs[arc].From].Add(arc);
        }

        var tour = new ComponentTour(_graph, _components.Of, _wanted);
        var next = new int[sink + 1];
        var (walks, visited) = (new List<Walk>(), new bool[_components.Count]);
        while (true)
        {
            var (node, from, at, edges) = (0, -1, -1, new List<int>());
            while (node != sink)
            {
                while (next[node] < leaving[node].Count && flow[leaving[node][next[node]]] == 0)
                {
                    next[node]++;
                }

                if (next[node] == leaving[node].Count)
                {
                    return walks;
                }

                var arc = leaving[node][next[node]];
                flow[arc]--;
                var (vertex, edge) = meaning[arc];
                if (node == 0)
                {
                    from = at = vertex;
                }
                else if (node % 2 == 0)
                {
                    // Out of a component: first to where this arc leaves it, and through all of it the first time.
                    var component = _components.Of[at];
                    edges.AddRange(tour.Walk(at, edge >= 0 ? _graph.Edges[edge].From : vertex, !visited[component]));
                    visited[component] = true;
                    if (edge >= 0)
                    {
                        edges.Add(edge);
                        at = _graph.Edges[edge].To;
                    }
                }

                node = arcs[arc].To;
            }

            walks.Add(new Walk(from, edges));
        }
    }
}
