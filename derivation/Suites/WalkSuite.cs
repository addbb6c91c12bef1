using Conformance.Derivation.Graphs;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>Walks that cover every node, every sequence flow, or every prime path of a flow.</summary>
/// <param name="Walks">Each from a start to an end.</param>
/// <param name="Cut">Elements no two of which can stand on one walk: as many walks are needed. Of prime paths each as the IDs of its nodes with &gt; between them; the end
/// of a sub-process bears a slash.</param>
/// <param name="Proven">True where the cut, checked independently of how it was found, is as large as the suite.</param>
/// <param name="Infeasible">Nodes and sequence flows on no walk from a start to an end.</param>
public sealed record WalkSuite(
    Flow Flow, Criterion Criterion, IReadOnlyList<FlowWalk> Walks, IReadOnlyList<string> Cut, bool Proven, IReadOnlyList<Infeasible> Infeasible)
{
    public int Bound => Cut.Count;

    /// <exception cref="ArgumentOutOfRangeException">The criterion asks for runs.</exception>
    public static WalkSuite Of(Flow flow, Criterion criterion)
    {
        var graph = FlowGraph.Of(flow);
        if (criterion == Criterion.PrimePaths)
        {
            var prime = PrimeWalks.Find(graph);
            return new WalkSuite(flow, criterion, [.. prime.Walks.Select(walk => FlowWalk.Of(graph, walk))], [.. prime.Cut.Select(path => Text(graph, path))],
                prime.Complete && prime.Walks.Count == prime.Cut.Count && PathCutCheck.Holds(graph, prime.Cut), Unreached(flow, graph)) { Complete = prime.Complete };
        }

        ArgumentOutOfRangeException.ThrowIfEqual((int)criterion, (int)Criterion.Runs, nameof(criterion));
        var cover = WalkCover.Find(graph, criterion);
        return new WalkSuite(flow, criterion, [.. cover.Walks.Select(walk => FlowWalk.Of(graph, walk))],
            [.. cover.CutVertices.Select(vertex => graph.Vertices[vertex].Node.Id), .. cover.CutEdges.Select(edge => graph.Edges[edge].Id)],
            cover.Walks.Count == cover.Bound && CutCheck.Holds(graph, cover.CutVertices, cover.CutEdges),
            Unreached(flow, graph));
    }

    /// <summary>False where there were too many prime paths to find them all.</summary>
    public bool Complete { get; init; } = true;

    private static string Text(FlowGraph graph, IReadOnlyList<int> path) =>
        string.Join(" > ", path.Select(vertex => graph.Vertices[vertex]).Select(vertex => vertex.Exit ? "/" + vertex.Node.Id : vertex.Node.Id));

    private static List<Infeasible> Unreached(Flow flow, FlowGraph graph)
    {
        var vertices = Enumerable.Range(0, graph.Vertices.Count).ToList();
        var (forth, back) = (Reach.From(graph, vertices.Where(v => graph.Starts[v])), Reach.From(graph, vertices.Where(v => graph.Ends[v]), backwards: true));
        Wording? Reason(int from, int to) => !forth[from] ? new("どの開始からも到達しない。", "No start leads here.") : !back[to] ? new("ここからはどの終了にも到達しない。", "No end is reached from here.") : null;
        var nodes = vertices.Where(v => !graph.Vertices[v].Exit).Select(v => (graph.Vertices[v].Node.Id, Reason: Reason(v, v), graph.Vertices[v].Node.Line, graph.Vertices[v].Node.Column));
        var edges = graph.Edges.Where(edge => edge.Flow is not null).Select(edge => (edge.Id, Reason: Reason(edge.From, edge.To), edge.Flow!.Line, edge.Flow.Column));
        return [.. nodes.Concat(edges).Where(element => element.Reason is not null).Select(element => new Infeasible(element.Id, element.Reason!, true, element.Line, element.Column)),
            .. flow.Loose.Select(loose => Suites.Infeasible.Of(loose))];
    }
}
