using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>機能要件: one function per row, found by its header; the larger items may be merged over several rows or stand in rows of their own.</summary>
internal sealed partial class FunctionTableReader(Reading reading, ColumnMapping mapping, string business, Basis classBasis)
{
    private static readonly string[] Items = ["大項目", "中項目", "小項目"];
    private static readonly string[] Municipalities = ["指定都市", "中核市", "一般市区町村"];

    public IEnumerable<ImportedFunction> Read(Table table)
    {
        var above = new string[] { "", "", "" };
        foreach (var row in table.Rows)
        {
            var cells = table.Sheet.Row(row);
            var ids = table.Cells(row, "機能ID");
            if (ids.Count == 0)
            {
                ReadHeading(table, cells, above);
                continue;
            }

            reading.Understand(cells.Where(table.IsInKnownColumn), "機能要件");
            for (var level = 0; level < Items.Length; level++)
            {
                if (Text(table, row, Items[level]) is { Length: > 0 } item && item != above[level])
                {
                    above[level] = item;
                    Array.Fill(above, "", level + 1, Items.Length - level - 1);
                }
            }

            if (Id(table, ids) is { } id)
            {
                yield return Function(table, row, id, ids[0], table.IsOwn ? [.. Items.Select(item => table[row, item])] : [.. above]);
            }
        }

        foreach (var deleted in table.Sheet.Deleted.Where(cell => cell.Row > table.Bottom && (cell.Row <= table.End || table.End == table.Sheet.LastRow) && table.Column("機能ID") is { } column && cell.Column >= column.First && cell.Column <= column.Last))
        {
            reading.Note(table.Sheet, deleted, $"The function 「{deleted.Struck}」 is struck through: deleted, and not taken over.");
        }
    }

    private ImportedFunction Function(Table table, int row, string id, Cell cell, string[] items)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{table.Sheet.Name}!{cell.Reference}");
        var name = Text(table, row, "機能名称");
        if (name.Length == 0 && !table.IsOwn)
        {
            name = items.LastOrDefault(item => item.Length > 0) ?? "";
        }

        var remarks = new List<string> { Text(table, row, "備考") };
        var classes = Municipalities.Select(municipality => Class(table, row, municipality, cell, remarks)).ToList();
        var summary = Text(table, row, "機能要件");
        if (summary.Length == 0 && !table.IsOwn)
        {
            reading.Problem("CF3041", table.Sheet, cell, $"The function {id} has no text.", "Fill 機能要件, or delete the row.");
        }

        return new ImportedFunction(id, items[0], items[1], items[2], name, summary, Text(table, row, "要件の考え方・理由"), classes,
            Text(table, row, "区分の根拠") is { Length: > 0 } basis ? basis : classBasis == Basis.Illustrative ? "例示" : "公式",
            Date(table, row, "適合基準日"), Text(table, row, "経過措置"), Date(table, row, "経過措置期限"),
            string.Join('\n', remarks.Where(remark => remark.Length > 0).Distinct()), place,
            table.IsOwn ? table[row, "出典"] : string.Create(CultureInfo.InvariantCulture, $"{table.Sheet.Name}!{row}"));
    }

    /// <summary>Rows that only name a larger item. Anything else without an ID stays not understood, and is listed.</summary>
    private void ReadHeading(Table table, IReadOnlyList<Cell> cells, string[] above)
    {
        if (cells.All(cell => Marks.IsMark(cell.Text) || IsNothing(cell.Text)))
        {
            reading.Understand(cells, "目印");
            return;
        }

        var known = cells.Where(cell => Array.Exists(Items, item => table.Column(item) is { } column && cell.Column >= column.First && cell.Column <= column.Last)).ToList();
        if (known.Count != cells.Count)
        {
            return;
        }

        reading.Understand(cells, "機能要件の見出し");
        foreach (var cell in known)
        {
            var level = Array.FindIndex(Items, item => table.Column(item) is { } column && cell.Column >= column.First && cell.Column <= column.Last);
            above[level] = cell.Text;
            Array.Fill(above, "", level + 1, Items.Length - level - 1);
        }
    }

    /// <summary>Seven digits. A number may have lost its zeros, and digits may be full-width.</summary>
    private string? Id(Table table, IReadOnlyList<Cell> cells)
    {
        var text = Width.Narrow(string.Concat(cells.Select(cell => cell.Text))).Trim();
        if (FunctionId.IsValid(text))
        {
            return text;
        }

        if (text.Length is > 0 and < 7 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') && (business.Length == 0 || text.PadLeft(7, '0').StartsWith(business, StringComparison.Ordinal)))
        {
            reading.Note(table.Sheet, cells[0], $"The function ID {text} was read as {text.PadLeft(7, '0')}: leading zeros were lost.");
            return text.PadLeft(7, '0');
        }

        reading.Problem("CF3040", table.Sheet, cells[0], $"「{text.Replace('\n', ' ')}」 is no function ID.", "Give seven digits, one function per row.");
        return null;
    }

    private string Class(Table table, int row, string municipality, Cell at, List<string> remarks)
    {
        var own = table.Column(municipality) is null ? "実装区分" : municipality;
        if (table.Column(own) is null)
        {
            reading.Problem("CF3044", table.Sheet, at, $"No column gives the 実装区分 for {municipality}.", "Add the column, or name it in the mapping (columns).");
            return "－";
        }

        var text = Width.Narrow(table[row, own]).Trim();
        var (mark, rest) = MarkForm().Match(text) is { Success: true } match ? (match.Groups["mark"].Value, match.Groups["rest"].Value.Trim()) : (text, "");
        if (rest.Length > 0)
        {
            remarks.Add(rest);
            reading.Note(table.Sheet, table.Cells(row, own) is [var cell, ..] ? cell : at, $"「{rest}」 beside the mark was put into 備考.");
        }

        switch (mapping.Mark(mark) ?? Known(mark))
        {
            case { } known:
                return known;
            case null when text.Length == 0:
                reading.Note(table.Sheet, at, $"There is no 実装区分 for {municipality}; － is written.");
                return "－";
            default:
                reading.Problem("CF3044", table.Sheet, table.Cells(row, own) is [var bad, ..] ? bad : at, $"「{text}」 is no 実装区分.", "Use ◎, ○, × or －, or name the mark in the mapping (marks).");
                return "－";
        }
    }

    private static string? Known(string mark) => Width.Fold(mark) switch
    {
        "◎" or "実装必須" or "実装必須機能" or "必須" or "類型1" => "◎",
        "×" or "✕" or "✖" or "╳" or "X" or "実装不可" or "実装不可機能" or "類型2" => "×",
        "○" or "〇" or "◯" or "標準オプション" or "標準オプション機能" or "オプション" or "類型3" => "○",
        "-" or "－" or "ー" or "―" or "‐" or "–" or "—" or "対象外" => "－",
        _ => null,
    };

    private string Date(Table table, int row, string label)
    {
        var text = Text(table, row, label);
        if (text.Length == 0)
        {
            return "";
        }

        if (JapaneseDate.Read(text) is { } date)
        {
            return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        reading.Problem("CF3042", table.Sheet, table.Cells(row, label) is [var cell, ..] ? cell : table.Sheet.Row(row)[0], $"「{text}」 at {label} is no date.", "Write YYYY-MM-DD or 令和9年4月1日.");
        return "";
    }

    /// <summary>The text of a cell; － alone says that there is none.</summary>
    private static string Text(Table table, int row, string label) => table[row, label] is var text && !table.IsOwn && IsNothing(text) ? "" : text;

    private static bool IsNothing(string text) => text is "－" or "-" or "ー" or "―" or "‐" or "なし";

    [GeneratedRegex(@"^(?<mark>[^\s※(\[]+)[\s]*(?<rest>[※(\[].*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex MarkForm();
}
