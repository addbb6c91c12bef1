using System.Globalization;
using System.Text;

namespace Conformance.Spec.Csv;

/// <summary>
/// A comma-separated file with a header (RFC 4180, UTF-8 without BOM, LF). Rows keep the line they start on, so that a
/// problem can be reported where it is.
/// </summary>
public sealed class CsvTable
{
    private CsvTable(string file, IReadOnlyList<string> header, IReadOnlyList<CsvRow> rows)
    {
        File = file;
        Header = header;
        Rows = rows;
    }

    public string File { get; }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>Reads a file; every problem found goes to <paramref name="problems"/> and the readable part is returned.</summary>
    /// <param name="file">Name to report problems under.</param>
    /// <param name="required">Columns that must be there.</param>
    public static CsvTable Parse(string text, string file, IReadOnlyCollection<string> required, ICollection<Problem> problems)
    {
        var records = CsvRecords.Read(new StringReader(text)).ToList();
        if (records.Find(record => !record.Closed) is { } open)
        {
            problems.Add(new Problem("CF1105", file, open.Line, 1, "A quoted cell that begins in this row never ends.", "Close it with a double quote; a quote inside is written twice."));
        }

        if (records.Count == 0)
        {
            problems.Add(new Problem("CF1101", file, 1, 1, "The file is empty.", "Write a header line with the columns: " + string.Join(", ", required) + "."));
            return new CsvTable(file, [], []);
        }

        var header = records[0].Cells.Select(cell => cell.Trim().TrimStart('\uFEFF')).ToList();
        foreach (var name in required.Where(name => !header.Contains(name)))
        {
            problems.Add(new Problem("CF1102", file, 1, 1, $"The column 「{name}」 is missing.", "Add it to the header; columns may stand in any order."));
        }

        foreach (var twice in header.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            problems.Add(new Problem("CF1103", file, 1, 1, $"The column 「{twice.Key}」 occurs {twice.Count()} times.", "Keep one of them."));
        }

        var rows = new List<CsvRow>();
        foreach (var record in records.Skip(1))
        {
            if (record.Cells.Count == 1 && record.Cells[0].Length == 0)
            {
                continue;
            }

            if (record.Cells.Count != header.Count)
            {
                problems.Add(new Problem("CF1104", file, record.Line, 1,
                    string.Create(CultureInfo.InvariantCulture, $"The row has {record.Cells.Count} cells, the header {header.Count}."),
                    "Quote cells that hold a comma, or add the missing ones."));
                continue;
            }

            rows.Add(new CsvRow(record.Line, header.Zip(record.Cells).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second)));
        }

        return new CsvTable(file, header, rows);
    }

    /// <summary>The text of a file with these columns and rows: cells are quoted only where they must be.</summary>
    public static string Format(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(',', row.Select(Quote)).Append('\n');
        }

        return text.ToString();
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny("\",\n\r") < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
