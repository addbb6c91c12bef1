namespace Conformance.Gherkin;

/// <summary>What became of a step or hook.</summary>
/// <param name="Exception">What was thrown, itself; null when nothing was.</param>
/// <param name="Message">For people; null where the status says it all.</param>
public sealed record StepResult(StepStatus Status, TimeSpan Duration, Exception? Exception = null, string? Message = null);
