namespace Conformance.Spec.Csv;

/// <summary>One record of a comma-separated text, header or row.</summary>
/// <param name="Line">One-based line on which it starts.</param>
/// <param name="Closed">False where the text ends inside a quoted cell of this record.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, bool Closed);
