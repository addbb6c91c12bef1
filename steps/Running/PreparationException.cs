namespace Conformance.Steps.Running;

/// <summary>Something that a scenario needs beforehand could not be brought about, or a control did not hold: 判定不能, never 不適合.</summary>
public sealed class PreparationException(string message) : Exception(message);
