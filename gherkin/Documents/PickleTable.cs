namespace Conformance.Gherkin;

/// <summary>The table of a step: rows of cells, the header being the first row.</summary>
/// <param name="Order">1 or 2 when the step also has a doc string: which of the two comes first; else 0.</param>
public sealed record PickleTable(IReadOnlyList<IReadOnlyList<string>> Rows, int Order);
