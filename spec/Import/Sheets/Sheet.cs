namespace Conformance.Spec.Import.Sheets;

/// <summary>A sheet of a workbook: the cells that hold something, in reading order.</summary>
public sealed class Sheet
{
    private readonly Dictionary<int, List<Cell>> rows = [];
    private readonly List<CellRange> downward;

    public Sheet(string name, bool isHidden, IEnumerable<Cell> cells, IReadOnlyList<CellRange> merges)
    {
        Name = name;
        IsHidden = isHidden;
        Merges = merges;
        var all = cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList();
        Cells = [.. all.Where(cell => cell.Text.Length > 0)];
        Deleted = [.. all.Where(cell => cell.Struck.Length > 0)];
        foreach (var cell in Cells)
        {
            if (!rows.TryGetValue(cell.Row, out var row))
            {
                rows[cell.Row] = row = [];
            }

            row.Add(cell);
        }

        downward = [.. merges.Where(merge => merge.Bottom > merge.Top && At(merge.Top, merge.Left) is not null)];
    }

    public string Name { get; }

    public bool IsHidden { get; }

    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Cells of which words are struck through; one that is struck as a whole is not in <see cref="Cells"/>.</summary>
    public IReadOnlyList<Cell> Deleted { get; }

    public IReadOnlyList<CellRange> Merges { get; }

    /// <summary>Words in shapes, text boxes and comments that lie on the sheet. They belong to no cell.</summary>
    public IReadOnlyList<string> Drawn { get; init; } = [];

    public int LastRow => Cells.Count == 0 ? 0 : Cells[^1].Row;

    public IReadOnlyList<Cell> Row(int row) => rows.TryGetValue(row, out var cells) ? cells : [];

    public Cell? At(int row, int column) => Row(row).FirstOrDefault(cell => cell.Column == column);

    /// <summary>The merged range that starts at a cell, or the cell alone.</summary>
    public CellRange RangeOf(Cell cell)
    {
        foreach (var merge in Merges)
        {
            if (merge.Top == cell.Row && merge.Left == cell.Column)
            {
                return merge;
            }
        }

        return new CellRange(cell.Row, cell.Column, cell.Row, cell.Column);
    }

    /// <summary>The cell whose merged range shows its value here, where that range does not leave the columns given.</summary>
    public Cell? Covering(int row, int firstColumn, int lastColumn)
    {
        foreach (var merge in downward)
        {
            if (merge.Contains(row, firstColumn) && merge.Left >= firstColumn && merge.Right <= lastColumn)
            {
                return At(merge.Top, merge.Left);
            }
        }

        return null;
    }
}
