namespace Conformance.Spec.Import.Sheets;

/// <summary>A table in a sheet, found by its header.</summary>
/// <param name="Top">First row of the header.</param>
/// <param name="Bottom">Last row of the header.</param>
/// <param name="End">Last row of the table.</param>
public sealed record Table(TableKind Kind, Sheet Sheet, int Top, int Bottom, int End, IReadOnlyList<TableColumn> Columns)
{
    public int Left => Columns.Min(column => column.First);

    public IEnumerable<int> Rows => Sheet.Cells.Select(cell => cell.Row).Where(row => row > Bottom && row <= End).Distinct();

    public TableColumn? Column(string label) => Columns.FirstOrDefault(column => column.IsKnown && column.Label == label);

    /// <summary>The cells of a row that lie in a column; several where the column spans several columns of the sheet.</summary>
    public IReadOnlyList<Cell> Cells(int row, string label) =>
        Column(label) is { } column ? [.. Sheet.Row(row).Where(cell => cell.Column >= column.First && cell.Column <= column.Last)] : [];

    /// <summary>The text of a row in a column, also where a cell merged over several rows shows it; empty where there is none.</summary>
    public string this[int row, string label]
    {
        get
        {
            var cells = Cells(row, label);
            if (cells.Count > 0 || Column(label) is not { } column)
            {
                return string.Concat(cells.Select(cell => cell.Text));
            }

            return Sheet.Covering(row, column.First, column.Last) is { } covering && covering.Row > Bottom ? covering.Text : "";
        }
    }

    /// <summary>The table was written by an export: its texts are ours, so that no rule for reading a ministry's sentences applies.</summary>
    public bool IsOwn => Column("出典") is not null;

    public bool IsInKnownColumn(Cell cell) =>
        Columns.Any(column => column.IsKnown && cell.Column >= column.First && cell.Column <= column.Last);
}
