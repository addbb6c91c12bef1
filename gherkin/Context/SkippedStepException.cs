namespace Conformance.Gherkin;

/// <summary>
/// A step or hook ends its scenario with this when the scenario has no meaning here. It never counts as passed. Not in Reqnroll.
/// </summary>
public sealed class SkippedStepException(string message = "") : Exception(message);
