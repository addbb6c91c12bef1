namespace Conformance.Gherkin;

/// <summary>A tag of a scenario.</summary>
/// <param name="Name">With its <c>@</c>.</param>
/// <param name="AstNode">Number of the node it was written at, within the document.</param>
public sealed record PickleTag(string Name, int AstNode);
