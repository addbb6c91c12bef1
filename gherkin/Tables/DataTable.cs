namespace Conformance.Gherkin;

/// <summary>The table of a step: a header and rows, whose cells are read by column name.</summary>
public sealed class DataTable
{
    private readonly List<string> _header;

    /// <exception cref="ArgumentException">No column, or two columns of one name.</exception>
    public DataTable(params string[] header)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (header.Length == 0)
        {
            throw new ArgumentException("A table needs at least one column.", nameof(header));
        }

        if (header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } repeated)
        {
            throw new ArgumentException($"The table has two columns 「{repeated.Key}」. Give each column its own name.", nameof(header));
        }

        _header = [.. header];
        Rows = new(this);
    }

    /// <summary>The column names in order.</summary>
    public ICollection<string> Header => _header.AsReadOnly();

    public DataTableRows Rows { get; }

    public int RowCount => Rows.Count;

    public bool ContainsColumn(string column) => _header.Contains(column, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Not as many cells as columns.</exception>
    public void AddRow(params string[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length != _header.Count)
        {
            throw new ArgumentException($"The row has {cells.Length} cells, the table {_header.Count} columns.", nameof(cells));
        }

        Rows.Add(new(this, [.. cells]));
    }

    public void AddRow(IDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        AddRow([.. _header.Select(column => values.TryGetValue(column, out var value) ? value : "")]);
    }

    /// <exception cref="BindingException">There is no such column.</exception>
    public void RenameColumn(string oldColumn, string newColumn) => _header[Require(oldColumn)] = newColumn;

    public override string ToString() => string.Join(
        '\n', Rows.Select(row => (IEnumerable<string>)row.Values).Prepend(_header).Select(cells => $"| {string.Join(" | ", cells)} |"));

    internal static DataTable Of(PickleTable table)
    {
        var made = new DataTable([.. table.Rows[0]]);
        foreach (var row in table.Rows.Skip(1))
        {
            made.AddRow([.. row]);
        }

        return made;
    }

    internal int IndexOf(string column) => _header.IndexOf(column);

    internal int Require(string column) => IndexOf(column) is var index and >= 0
        ? index
        : throw new BindingException(new(
            "CF4112", "", 0, 0,
            $"The table has no column 「{column}」. It has: {string.Join(", ", _header.Select(name => $"「{name}」"))}.",
            "Add the column or correct its name."));
}
