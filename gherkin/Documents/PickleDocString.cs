namespace Conformance.Gherkin;

/// <summary>The text block of a step.</summary>
/// <param name="MediaType">What follows the opening quotes, if anything.</param>
/// <param name="Order">1 or 2 when the step also has a table: which of the two comes first; else 0.</param>
public sealed record PickleDocString(string Content, string? MediaType, int Order);
