namespace Conformance.Spec.Csv;

/// <summary>One row of a <see cref="CsvTable"/>.</summary>
/// <param name="Line">One-based line of the file on which the row starts.</param>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell of a column; empty where the column is not there.</summary>
    public string this[string column] => Cells.TryGetValue(column, out var value) ? value : "";
}
