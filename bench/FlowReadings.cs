using System.Globalization;
using Conformance.Derivation.Graphs;
using Conformance.Derivation.Suites;
using Conformance.Spec.Flows;

namespace Conformance.Bench;

/// <summary>The totals over some flows when BPMN is read otherwise in one point, and in which processes that makes a difference.</summary>
internal static class FlowReadings
{
    public static void Say(IReadOnlyList<(string File, Flow Flow)> flows)
    {
        // Event sub-processes stand on no walk, so the graphs do not know what they stand in.
        var outer = flows.SelectMany(entry => entry.Flow.Nodes.Where(node => node.TriggeredByEvent)).GroupBy(node => node.Id).ToDictionary(group => group.Key, group => group.First().Scope);
        var plain = flows.Select(entry => FlowGraph.Of(entry.Flow)).ToList();
        Say("as here", flows, plain, plain);
        Say("links are not followed", flows, plain, [.. plain.Select(graph => Changed(graph, edge => !IsLink(graph, edge), edge => edge))]);
        Say("an activity is left by its border at its beginning", flows, plain, [.. plain.Select(graph => Changed(graph, _ => true, edge => IsBorder(graph, edge) ? edge with { From = Entry(graph, edge.From) } : edge))]);

        Say("and event sub-processes are entered like others", flows, plain, [.. plain.Select(graph => Entered(Changed(graph, _ => true, edge => IsBorder(graph, edge) ? edge with { From = Entry(graph, edge.From) } : edge), outer))]);

        // As if no branch ever waited for another one.
        var loose = flows.Select(entry => entry.Flow with { Nodes = [.. entry.Flow.Nodes.Select(node => node.Kind == "parallelGateway" && entry.Flow.Leaving(node).Count() < 2 ? node with { Kind = "exclusiveGateway" } : node)] }).ToList();
        var (runs, otherwise) = (flows.Select(entry => RunSuite.Of(entry.Flow).Runs.Count).ToList(), loose.Select(flow => RunSuite.Of(flow).Runs.Count).ToList());
        Line($"  parallel joins wait for nobody: runs {otherwise.Sum()} (as here {runs.Sum()})");
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i] != otherwise[i])
            {
                Line($"    {Path.GetFileName(flows[i].File)} {flows[i].Flow.Id}: {runs[i]} -> {otherwise[i]}");
            }
        }
    }

    private static void Say(string reading, IReadOnlyList<(string File, Flow Flow)> flows, List<FlowGraph> plain, List<FlowGraph> graphs)
    {
        var (before, after) = (plain.Select(Figures).ToList(), graphs.Select(Figures).ToList());
        Line($"  {reading}: {string.Join(", ", Enumerable.Range(0, 4).Select(i => after.Sum(figures => figures[i])))} (simple paths, nodes, flows, prime paths)");
        for (var i = 0; i < graphs.Count; i++)
        {
            if (!before[i].SequenceEqual(after[i]))
            {
                Line($"    {Path.GetFileName(flows[i].File)} {flows[i].Flow.Id}: {string.Join(", ", before[i])} -> {string.Join(", ", after[i])}");
            }
        }
    }

    private static int[] Figures(FlowGraph graph) =>
        [PrimePaths.CountSimple(graph) ?? 0, WalkCover.Find(graph, Criterion.Nodes).Walks.Count, WalkCover.Find(graph, Criterion.Edges).Walks.Count, PrimePaths.Find(graph).Paths.Count];

    private static FlowGraph Changed(FlowGraph graph, Func<GraphEdge, bool> kept, Func<GraphEdge, GraphEdge> change)
    {
        var edges = graph.Edges.Where(kept).Select(change).ToList();
        var dropped = graph.Edges.Where(edge => !kept(edge)).ToList();
        return FlowGraph.Of(graph.Vertices, edges,
            [.. graph.Vertices.Select((_, v) => graph.Starts[v] || dropped.Exists(edge => edge.To == v))],
            [.. graph.Vertices.Select((_, v) => !edges.Exists(edge => edge.From == v) && (graph.Ends[v] || dropped.Exists(edge => edge.From == v)))]);
    }

    // From the beginning of what they stand in, and on to its end.
    private static FlowGraph Entered(FlowGraph graph, Dictionary<string, string> outer)
    {
        var byId = graph.Vertices.Select((vertex, v) => (vertex, v)).GroupBy(entry => entry.vertex.Node.Id).ToDictionary(group => group.Key, group => (Entry: group.First().v, Exit: group.Last().v));
        var edges = graph.Edges.ToList();
        foreach (var (vertex, v) in graph.Vertices.Select((vertex, v) => (vertex, v)).Where(entry => outer.ContainsKey(entry.vertex.Node.Scope)))
        {
            if (byId.TryGetValue(outer[vertex.Node.Scope], out var around))
            {
                edges.AddRange(graph.Starts[v] ? [new GraphEdge("", around.Entry, v, null)] : []);
                edges.AddRange(graph.Ends[v] ? [new GraphEdge("", v, around.Exit, null)] : []);
            }
        }

        return FlowGraph.Of(graph.Vertices, edges, [.. graph.Vertices.Select((_, v) => graph.Starts[v] && !edges.Exists(edge => edge.To == v))], [.. graph.Vertices.Select((_, v) => graph.Ends[v] && !edges.Exists(edge => edge.From == v))]);
    }

    private static bool IsLink(FlowGraph graph, GraphEdge edge) => edge.Flow is null && graph.Vertices[edge.From].Node is { Kind: "intermediateThrowEvent", Trigger: EventTrigger.Link };

    private static bool IsBorder(FlowGraph graph, GraphEdge edge) => edge.Flow is null && graph.Vertices[edge.To].Node.IsBoundary;

    private static int Entry(FlowGraph graph, int vertex) => Enumerable.Range(0, graph.Vertices.Count).First(v => graph.Vertices[v].Node.Id == graph.Vertices[vertex].Node.Id);

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
