namespace Conformance.Gherkin;

/// <summary>A step definition that is not written yet says so with this.</summary>
public sealed class PendingStepException(string message = "The step definition is not written yet.") : Exception(message);
