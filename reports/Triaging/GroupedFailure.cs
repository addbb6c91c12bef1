using Conformance.Verdicts;

namespace Conformance.Reports.Triaging;

/// <summary>One scenario of a group.</summary>
/// <param name="Run">The run that it is of.</param>
/// <param name="Known">The entry that covers it; null where none does, or the one that does has expired.</param>
/// <param name="Expired">The entry that covered it until it expired.</param>
public sealed record GroupedFailure(RunInfo Run, ScenarioResult Scenario, FailureMark Mark, DivergingPlace Place, KnownFailure? Known, KnownFailure? Expired);
