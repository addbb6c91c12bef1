using System.Text.Json;
using Conformance.Derivation.Runs;
using Conformance.Derivation.Suites;
using Conformance.Spec.Flows;

namespace Conformance.Cli.Flows;

/// <summary>What <c>flow --json</c> writes.</summary>
internal static class FlowJson
{
    public static string Write(BpmnModel model, IReadOnlyList<FlowFigures> figures, Criterion criterion, IReadOnlyDictionary<Flow, IReadOnlyList<Diagnostic>> diagnostics, IReadOnlyList<RunSuite> collaborations, bool english) => JsonSerializer.Serialize(new
    {
        File = model.File,
        Criterion = CriterionWord.Of(criterion),
        Notes = model.Notes.Select(note => new { note.Code, note.File, note.Line, note.Column, note.Fact }),
        Processes = figures.Select(flow => Process(flow, criterion, diagnostics.GetValueOrDefault(flow.Flow, []), english)),
        Collaborations = collaborations.Select(suite => new
        {
            Processes = suite.Flow.Id.Split('+'),
            Runs = suite.Runs.Count,
            RunBound = suite.Bound,
            LoopRuns = suite.Repeats.Count,
            suite.Proven,
            Infeasible = suite.Infeasible.Select(element => new { element.Element, Reason = element.Reason.In(!english), element.Proven, element.Line, element.Column }),
            Suite = suite.Runs.Select(run => Run(run, null)).Concat(suite.Repeats.Select(run => Run(run, null, true))),
        }),
    }, MachineJson.Indented);

    private static object Process(FlowFigures figures, Criterion criterion, IReadOnlyList<Diagnostic> diagnostics, bool english) => new
    {
        figures.Flow.Id,
        figures.Flow.Name,
        Nodes = figures.Flow.Nodes.Count,
        Edges = figures.Flow.Edges.Count + figures.Flow.Loose.Count,
        Walks = figures.Edges.Walks.Count,
        EdgeBound = figures.Edges.Bound,
        NodeWalks = figures.Nodes.Walks.Count,
        NodeBound = figures.Nodes.Bound,
        figures.SimplePaths,
        figures.PrimePaths,
        PrimeWalks = figures.Prime?.Walks.Count,
        PrimeBound = figures.Prime?.Bound,
        Runs = figures.Runs?.Runs.Count,
        RunBound = figures.Runs?.Bound,
        LoopRuns = figures.Runs?.Repeats.Count,
        Proven = criterion switch
        {
            Criterion.Nodes => figures.Nodes.Proven,
            Criterion.Edges => figures.Edges.Proven,
            Criterion.Runs => figures.Runs!.Proven,
            _ => figures.Prime!.Proven,
        },
        Infeasible = figures.Infeasible.Select(element => new { element.Element, Reason = element.Reason.In(!english), element.Proven, element.Line, element.Column }),
        Proof = criterion switch
        {
            Criterion.Nodes => (object)new { Cut = figures.Nodes.Cut },
            Criterion.Edges => new { Cut = figures.Edges.Cut },
            Criterion.Runs => new { Weights = figures.Runs!.Weights.Select(weight => new { weight.Element, weight.Weight }) },
            _ => new { figures.Prime!.Cut, figures.Prime.Complete },
        },
        Suite = diagnostics.Count > 0 ? diagnostics.Select(one => Run(one.Run, one.Element)) : criterion switch
        {
            Criterion.Nodes => figures.Nodes.Walks.Select(Walk),
            Criterion.Edges => figures.Edges.Walks.Select(Walk),
            Criterion.Runs => figures.Runs!.Runs.Select(run => Run(run, null)).Concat(figures.Runs.Repeats.Select(run => Run(run, null, true))),
            _ => figures.Prime!.Walks.Select(Walk),
        },
    };

    private static object Walk(FlowWalk walk) => new { Nodes = walk.Nodes.Select(node => node.Id), walk.Edges };

    private static object Run(FlowRun run, string? element, bool forLoops = false) => new
    {
        For = element,
        run.Path,
        ForLoops = forLoops,
        Nodes = run.Nodes.Select(node => node.Id),
        run.Edges,
        Loops = run.Loops.Select(loop => new { loop.Element, loop.Rounds }),
    };
}
