namespace Conformance.Spec.Import.Sheets;

/// <summary>Finds the tables of a workbook by the words of their headers, never by where they stand.</summary>
internal sealed class TableFinder(string file, ICollection<Problem> problems, ColumnMapping mapping, IReadOnlyList<TableKind>? kinds = null)
{
    public IReadOnlyList<Table> Find(Sheet sheet)
    {
        var found = new List<Table>();
        var partial = new Dictionary<TableKind, (int Row, List<string> Missing)>();
        foreach (var row in sheet.Cells.Select(cell => cell.Row).Distinct())
        {
            var words = sheet.Row(row).Select(cell => mapping.Fold(cell.Text)).ToHashSet();
            foreach (var kind in kinds ?? TableKind.All)
            {
                var missing = kind.Required.Where(label => !words.Contains(Width.Fold(label))).ToList();
                if (missing.Count == 0)
                {
                    found.Add(Read(sheet, kind, row));
                }
                else if (!missing.Contains(kind.Required[0]) && kind.Required.Concat(kind.Optional).Count(label => words.Contains(Width.Fold(label))) >= 2)
                {
                    partial.TryAdd(kind, (row, missing));
                }
            }
        }

        foreach (var (kind, (row, missing)) in partial.Where(entry => found.TrueForAll(table => table.Kind != entry.Key)))
        {
            problems.Add(new Problem("CF3011", file, 0, 0,
                $"The header of {kind.Name} lacks " + string.Join(", ", missing.Select(label => $"「{label}」")) + ".",
                "Give the column the official name.") { Cell = $"{sheet.Name}!{sheet.Row(row)[0].Reference}" });
        }

        found.Sort((a, b) => a.Top.CompareTo(b.Top));
        return [.. found.Select((table, i) => table with { End = i + 1 < found.Count ? found[i + 1].Top - 1 : sheet.LastRow })];
    }

    private Table Read(Sheet sheet, TableKind kind, int top)
    {
        var first = sheet.Row(top);
        var bottom = Math.Max(top, first.Max(cell => sheet.RangeOf(cell).Bottom));
        var below = sheet.Row(top + 1);
        if (bottom == top && below.Any(cell => Label(kind.Second, cell) is not null))
        {
            bottom = top + 1;
        }

        var columns = new List<TableColumn>();
        for (var i = 0; i < first.Count; i++)
        {
            var range = sheet.RangeOf(first[i]);
            var next = i + 1 < first.Count ? first[i + 1].Column - 1 : int.MaxValue;
            var under = bottom > top ? below.Where(cell => cell.Column >= range.Left && cell.Column <= next).ToList() : [];
            var last = range.Right > range.Left ? range.Right
                : under.Count > 0 ? Math.Min(next, under.Max(cell => sheet.RangeOf(cell).Right))
                : range.Right;
            var label = Label([.. kind.Required, .. kind.Optional], first[i]);
            columns.Add(new TableColumn(label ?? first[i].Text, label is not null, range.Left, last, first[i]));
            foreach (var cell in under)
            {
                var second = Label(kind.Second, cell);
                columns.Add(new TableColumn(second ?? cell.Text, second is not null, cell.Column, Math.Max(cell.Column, sheet.RangeOf(cell).Right), cell));
            }
        }

        foreach (var twice in columns.Where(column => column.IsKnown).GroupBy(column => Width.Fold(column.Label)).Where(group => group.Count() > 1))
        {
            problems.Add(new Problem("CF3012", file, 0, 0,
                $"{kind.Name}: the header 「{twice.Key}」 stands in " + string.Join(" and ", twice.Select(column => column.Header.Reference)) + ".",
                "Keep one column of that name.") { Cell = $"{sheet.Name}!{twice.Last().Header.Reference}" });
        }

        return new Table(kind, sheet, top, bottom, sheet.LastRow, columns);
    }

    private string? Label(IEnumerable<string> labels, Cell cell)
    {
        var folded = mapping.Fold(cell.Text);
        return labels.FirstOrDefault(label => Width.Fold(label) == folded)
            // 「クラス分類（Lv1～Lv3）」 and the like: a remark in parentheses after the word.
            ?? labels.FirstOrDefault(label => folded.StartsWith(Width.Fold(label) + "(LV", StringComparison.Ordinal));
    }
}
