namespace Conformance.Gherkin;

/// <summary>What was observed differs from the table of a step. The message lists every difference.</summary>
public sealed class ComparisonException(string message) : Exception(message);
