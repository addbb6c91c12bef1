namespace Conformance.Gherkin;

/// <summary>A step definition that fits a step, and what it found in its text.</summary>
public sealed record StepMatch(StepDefinition Definition, IReadOnlyList<MatchedArgument> Arguments);
