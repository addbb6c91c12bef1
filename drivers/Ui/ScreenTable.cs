namespace Conformance.Drivers.Ui;

/// <summary>A table of a screen: rows under a row of headers, or names beside their values.</summary>
/// <param name="Heading">The last heading before the table.</param>
/// <param name="Fresh">Was not there, or not like this, before the last press.</param>
internal sealed record ScreenTable(string Caption, string Heading, bool Fresh, IReadOnlyList<ScreenRow> Rows)
{
    public string Id { get; init; } = "";

    /// <summary>Index of the frame that it is in.</summary>
    public int Frame { get; init; }

    public string Name => Caption.Length > 0 ? Caption : Heading;

    /// <summary>True where each name stands beside its value: such a table is one record.</summary>
    public bool IsRecord => HeaderRow < 0 && Rows.Any(r => r.Cells.Any(c => c.Head));

    /// <summary>Index of the row of headers; -1 where there is none.</summary>
    private int HeaderRow
    {
        get
        {
            for (var i = 0; i < Rows.Count; i++)
            {
                if (Rows[i].Cells.Count > 0 && Rows[i].Cells.All(c => c.Head))
                {
                    return i;
                }
            }

            // Without any header cell the first of several rows is taken for the headers.
            return Rows.Count > 0 && Rows.All(r => r.Cells.All(c => !c.Head)) ? 0 : -1;
        }
    }

    /// <summary>The names under which values are shown.</summary>
    public IReadOnlyList<string> Headers => IsRecord
        ? [.. Rows.SelectMany(r => r.Cells).Where(c => c.Head).Select(c => c.Text)]
        : HeaderRow < 0 ? [] : [.. Spread(Rows[HeaderRow])];

    /// <summary>Header to text, one dictionary per record, with the numbers of what can be pressed in its row.</summary>
    public IReadOnlyList<(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Actions)> Records()
    {
        if (IsRecord)
        {
            return [(Pairs(), [.. Rows.SelectMany(r => r.Actions)])];
        }

        var headers = Headers;
        return [.. Rows.Skip(HeaderRow + 1).Where(r => r.Cells.Count > 0 && !IsNote(r, headers.Count)).Select(r =>
        {
            var values = new Dictionary<string, string>();
            foreach (var (header, text) in headers.Zip(Spread(r)).Where(p => p.First.Length > 0))
            {
                values.TryAdd(header, text);
            }

            return ((IReadOnlyDictionary<string, string>)values, r.Actions);
        })];
    }

    // 「該当する者はいません」 across the whole table is no record.
    private static bool IsNote(ScreenRow row, int columns) => columns > 1 && row.Cells.Count == 1 && row.Cells[0].Span >= columns;

    private static IEnumerable<string> Spread(ScreenRow row) =>
        row.Cells.SelectMany(c => Enumerable.Range(0, Math.Max(1, c.Span)).Select(i => i == 0 ? c.Text : ""));

    private Dictionary<string, string> Pairs()
    {
        var values = new Dictionary<string, string>();
        foreach (var row in Rows)
        {
            string? name = null;
            foreach (var cell in row.Cells)
            {
                if (cell.Head)
                {
                    name = cell.Text;
                }
                else if (name is not null)
                {
                    values.TryAdd(name, cell.Text);
                    name = null;
                }
            }
        }

        return values;
    }
}

internal sealed record ScreenRow(IReadOnlyList<ScreenCell> Cells, IReadOnlyList<string> Actions);

/// <param name="Head">A header cell.</param>
/// <param name="Span">Columns that it covers.</param>
internal sealed record ScreenCell(string Text, bool Head, int Span);
