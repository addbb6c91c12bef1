using Conformance.Derivation.Graphs;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>How many walks and runs a flow needs, by criterion.</summary>
/// <param name="Nodes">Walks that cover every node.</param>
/// <param name="Edges">Walks that cover every sequence flow.</param>
/// <param name="SimplePaths">Simple paths from a start to an end; null where they were not counted, or are too many.</param>
/// <param name="PrimePaths">Null likewise.</param>
/// <param name="Runs">Null where another criterion was asked for.</param>
/// <param name="Prime">Walks along every prime path; null where another criterion was asked for.</param>
public sealed record FlowFigures(Flow Flow, WalkSuite Nodes, WalkSuite Edges, int? SimplePaths, int? PrimePaths, RunSuite? Runs, WalkSuite? Prime)
{
    /// <summary>Flows with more nodes are not searched for simple and prime paths unless that is what was asked for.</summary>
    public const int LargeFlow = 2_000;

    public static FlowFigures Of(Flow flow, Criterion criterion)
    {
        var count = criterion == Criterion.PrimePaths || (criterion == Criterion.Runs && flow.Nodes.Count <= LargeFlow);
        var graph = count ? FlowGraph.Of(flow) : null;
        var prime = graph is null ? null : Graphs.PrimePaths.Find(graph);
        return new FlowFigures(flow, WalkSuite.Of(flow, Criterion.Nodes), WalkSuite.Of(flow, Criterion.Edges),
            graph is null ? null : Graphs.PrimePaths.CountSimple(graph), prime is { Complete: true } ? prime.Paths.Count : null,
            criterion == Criterion.Runs ? RunSuite.Of(flow) : null,
            criterion == Criterion.PrimePaths ? WalkSuite.Of(flow, Criterion.PrimePaths) : null);
    }

    /// <summary>What the suite that was asked for cannot cover.</summary>
    public IReadOnlyList<Infeasible> Infeasible => (Runs?.Infeasible, Prime?.Infeasible) switch
    {
        ({ } runs, _) => runs,
        (_, { } prime) => prime,
        _ => Edges.Infeasible,
    };
}
