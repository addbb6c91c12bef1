using Conformance.Verdicts;

namespace Conformance.Reports.Json;

/// <summary>What a result file may hold at the top: the members of one run, or <c>runs</c>.</summary>
internal sealed record ResultDocument
{
    public int? Schema { get; init; }

    public RunInfo? Run { get; init; }

    public IReadOnlyList<FunctionResult>? Functions { get; init; }

    public IReadOnlyList<StepResult>? Steps { get; init; }

    public IReadOnlyList<ScenarioResult>? Scenarios { get; init; }

    public Summary? Summary { get; init; }

    public IReadOnlyList<SurfaceDifference>? Differences { get; init; }

    public SurfaceReview? Surfaces { get; init; }

    public IReadOnlyList<ManualCheck>? Manual { get; init; }

    public IReadOnlyList<RunResult>? Runs { get; init; }
}
