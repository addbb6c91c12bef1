using Conformance.Spec.Flows;

namespace Conformance.Derivation.Graphs;

/// <summary>
/// A flow as a directed graph, for criteria that ask for walks. Sub-processes are flat: a walk goes in, through, and out. An activity is
/// left by its outgoing flows or by a boundary event; a link is an edge; an event sub-process begins walks of its own. Compensation
/// handlers stand on no walk, because nothing flows into them.
/// </summary>
public sealed class FlowGraph
{
    private FlowGraph(IReadOnlyList<GraphVertex> vertices, IReadOnlyList<GraphEdge> edges, bool[] starts, bool[] ends)
    {
        (Vertices, Edges, Starts, Ends) = (vertices, edges, starts, ends);
        Leaving = Incident(edge => edge.From);
        Entering = Incident(edge => edge.To);
    }

    public IReadOnlyList<GraphVertex> Vertices { get; }

    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>Whether a walk may begin there, by vertex.</summary>
    public IReadOnlyList<bool> Starts { get; }

    /// <summary>Whether a walk may end there, by vertex.</summary>
    public IReadOnlyList<bool> Ends { get; }

    /// <summary>Indexes of edges, by vertex.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Leaving { get; }

    public IReadOnlyList<IReadOnlyList<int>> Entering { get; }

    /// <summary>A graph made otherwise than from a flow.</summary>
    /// <param name="starts">Whether a walk may begin there, by vertex.</param>
    /// <param name="ends">Whether a walk may end there, by vertex.</param>
    public static FlowGraph Of(IReadOnlyList<GraphVertex> vertices, IReadOnlyList<GraphEdge> edges, bool[] starts, bool[] ends) => new(vertices, edges, starts, ends);

    public static FlowGraph Of(Flow flow)
    {
        var vertices = new List<GraphVertex>();
        var (entry, exit) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var contents = flow.Nodes.ToLookup(node => node.Scope);
        var (into, outOf) = (flow.Edges.ToLookup(edge => edge.To), flow.Edges.ToLookup(edge => edge.From));
        foreach (var node in flow.Nodes.Where(node => !OffEveryWalk(node, outOf.Contains(node.Id))))
        {
            if (!entry.TryAdd(node.Id, vertices.Count))
            {
                continue;
            }

            vertices.Add(new GraphVertex(node, false));
            exit[node.Id] = vertices.Count - 1;
            if (node.IsSubProcess && contents[node.Id].Any())
            {
                exit[node.Id] = vertices.Count;
                vertices.Add(new GraphVertex(node, true));
            }
        }

        var edges = new List<GraphEdge>();
        foreach (var edge in flow.Edges.Where(edge => exit.ContainsKey(edge.From) && entry.ContainsKey(edge.To)))
        {
            edges.Add(new GraphEdge(edge.Id, exit[edge.From], entry[edge.To], edge));
        }

        var links = flow.Nodes.Where(node => node is { Trigger: EventTrigger.Link, Kind: "intermediateCatchEvent" }).ToLookup(node => (node.Scope, node.TriggerName));
        foreach (var node in flow.Nodes.Where(node => entry.ContainsKey(node.Id)))
        {
            if (node.IsBoundary && exit.TryGetValue(node.AttachedTo, out var host))
            {
                edges.Add(new GraphEdge($"{node.AttachedTo}→{node.Id}", host, entry[node.Id], null));
            }

            if (node is { Trigger: EventTrigger.Link, Kind: "intermediateThrowEvent" })
            {
                edges.AddRange(links[(node.Scope, node.TriggerName)].Select(target => new GraphEdge($"{node.Id}→{target.Id}", entry[node.Id], entry[target.Id], null)));
            }

            if (entry[node.Id] != exit[node.Id])
            {
                var inside = contents[node.Id].Where(inner => entry.ContainsKey(inner.Id)).ToList();
                var begins = inside.Where(inner => inner.IsStart).ToList();
                begins = begins.Count > 0 ? begins : [.. inside.Where(inner => Begins(inner, into.Contains(inner.Id)))];
                edges.AddRange(begins.Select(inner => new GraphEdge($"{node.Id}→{inner.Id}", entry[node.Id], entry[inner.Id], null)));
                edges.AddRange(inside.Where(inner => !outOf.Contains(inner.Id) && !IsLinkThrow(inner)).Select(inner => new GraphEdge($"{inner.Id}→{node.Id}", exit[inner.Id], exit[node.Id], null)));
            }
        }

        var entered = edges.Select(edge => edge.To).ToHashSet();
        var left = edges.Select(edge => edge.From).ToHashSet();
        return new FlowGraph(vertices, edges,
            [.. vertices.Select((vertex, index) => !entered.Contains(index) && !vertex.Exit && Begins(vertex.Node, false))],
            [.. vertices.Select((vertex, index) => !left.Contains(index) && !IsLinkThrow(vertex.Node) && (vertex.Exit || exit[vertex.Node.Id] == index))]);
    }

    private static bool OffEveryWalk(FlowNode node, bool left) =>
        node.TriggeredByEvent || node.ForCompensation || (node is { IsBoundary: true, Trigger: EventTrigger.Compensation } && !left);

    private static bool IsLinkThrow(FlowNode node) => node is { Trigger: EventTrigger.Link, Kind: "intermediateThrowEvent" };

    private static bool Begins(FlowNode node, bool entered) =>
        !entered && !node.IsBoundary && node is not { Trigger: EventTrigger.Link, Kind: "intermediateCatchEvent" };

    private List<int>[] Incident(Func<GraphEdge, int> end)
    {
        var incident = Vertices.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < Edges.Count; i++)
        {
            incident[end(Edges[i])].Add(i);
        }

        return incident;
    }
}
