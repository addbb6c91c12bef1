using Conformance.Verdicts;

namespace Conformance.Reports.Triaging;

/// <summary>The failures of a run, sorted. No verdict changes by it.</summary>
/// <param name="Groups">By number.</param>
/// <param name="Fixed">Failing in the run to compare with, and conforming now.</param>
/// <param name="Unused">Entries of the list of known failures that cover nothing of this run.</param>
/// <param name="Compared">Whether there was a run to compare with.</param>
public sealed record Triage(
    IReadOnlyList<RunInfo> Runs, IReadOnlyList<FailureGroup> Groups, IReadOnlyList<(RunInfo Run, ScenarioResult Scenario)> Fixed, IReadOnlyList<KnownFailure> Unused, bool Compared)
{
    /// <summary>Conforming at last, but not at the first attempt.</summary>
    public IReadOnlyList<(RunInfo Run, ScenarioResult Scenario)> Unsteady { get; init; } = [];

    public int Failures => Groups.Sum(group => group.Failures.Count);

    public int Count(FailureMark mark) => mark == FailureMark.Fixed ? Fixed.Count : (mark == FailureMark.Flaky ? Unsteady.Count : 0) + Groups.Sum(group => group.Failures.Count(failure => failure.Mark == mark));
}
