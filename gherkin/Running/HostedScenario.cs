namespace Conformance.Gherkin;

/// <summary>What became of a scenario of a <see cref="HostedRun"/>.</summary>
/// <param name="Finished">Its last attempt; null when it could not be run at all.</param>
/// <param name="Steps">Of all attempts, in order.</param>
/// <param name="Problems">What is wrong with bindings, hooks and the run so far.</param>
/// <param name="NotRun">Why it could not be run; null when it was.</param>
public sealed record HostedScenario(
    RunEvent.ScenarioFinished? Finished, IReadOnlyList<RunEvent.StepFinished> Steps, IReadOnlyList<GherkinProblem> Problems, string? NotRun);
