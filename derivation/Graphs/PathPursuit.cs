namespace Conformance.Derivation.Graphs;

/// <summary>A graph in which a vertex knows how far along which of some paths a walk has come.</summary>
/// <param name="Vertex">The vertex of the original graph, by vertex.</param>
/// <param name="Edge">The edge of the original graph, by edge.</param>
/// <param name="Path">The path that a walk has gone along when it comes here, by vertex; -1 for none.</param>
internal sealed record PathPursuit(FlowGraph Graph, IReadOnlyList<int> Vertex, IReadOnlyList<int> Edge, IReadOnlyList<int> Path)
{
    /// <summary>Vertices at the end of a path.</summary>
    public bool[] Wanted => [.. Path.Select(path => path >= 0)];

    /// <param name="paths">Vertices in order; none contains another one.</param>
    public static PathPursuit Of(FlowGraph graph, IReadOnlyList<IReadOnlyList<int>> paths)
    {
        var prefixes = new PathPrefixes(paths);
        var (known, places) = (new Dictionary<(int Prefix, int Vertex), int>(), new List<(int Prefix, int Vertex)>());
        int At(int prefix, int vertex)
        {
            var place = (prefixes.Next(prefix, vertex), vertex);
            if (!known.TryGetValue(place, out var number))
            {
                known[place] = number = places.Count;
                places.Add(place);
            }

            return number;
        }

        foreach (var start in Enumerable.Range(0, graph.Vertices.Count).Where(v => graph.Starts[v]))
        {
            At(PathPrefixes.None, start);
        }

        var starts = places.Count;
        var (edges, origin) = (new List<GraphEdge>(), new List<int>());
        for (var at = 0; at < places.Count; at++)
        {
            var (prefix, vertex) = places[at];
            foreach (var edge in graph.Leaving[vertex])
            {
                edges.Add(graph.Edges[edge] with { From = at, To = At(prefix, graph.Edges[edge].To) });
                origin.Add(edge);
            }
        }

        return new PathPursuit(
            FlowGraph.Of([.. places.Select(place => graph.Vertices[place.Vertex])], edges, [.. places.Select((_, i) => i < starts)], [.. places.Select(place => graph.Ends[place.Vertex])]),
            [.. places.Select(place => place.Vertex)], origin, [.. places.Select(place => prefixes.Path(place.Prefix))]);
    }
}
