using System.Collections;

namespace Conformance.Gherkin;

/// <summary>The rows of a table, without the header.</summary>
public sealed class DataTableRows : IReadOnlyList<DataTableRow>
{
    private readonly List<DataTableRow> _rows = [];

    internal DataTableRows(DataTable table) => Table = table;

    public int Count => _rows.Count;

    internal DataTable Table { get; }

    public DataTableRow this[int index] => _rows[index];

    public IEnumerator<DataTableRow> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(DataTableRow row) => _rows.Add(row);
}
