using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>基本データリスト: one data item per row under a header of two rows.</summary>
internal sealed partial class ItemListReader(Reading reading, IReadOnlySet<string> types)
{
    private static readonly string[] Outputs = ["必須", "条件付き必須", "任意"];

    public IEnumerable<ImportedItem> Read(Table table)
    {
        foreach (var row in table.Rows)
        {
            var cells = table.Sheet.Row(row);
            if (cells.All(cell => Marks.IsMark(cell.Text)))
            {
                reading.Understand(cells, "目印");
                continue;
            }

            // A remark below the list stands alone in its row: it is no item with a bad ID, and stays not understood.
            var id = table.Cells(row, "データ項目ID");
            if (id.Count == 0 || (id.Count == 1 && cells.Count == 1))
            {
                continue;
            }

            reading.Understand(cells.Where(table.IsInKnownColumn), "データ項目");
            if (ReadRow(table, row, id) is { } item)
            {
                yield return item;
            }
        }
    }

    /// <summary>Eight digits from one cell or two; a number may have lost its zeros.</summary>
    internal static string? ItemId(IReadOnlyList<string> parts)
    {
        var digits = parts.Select(part => Width.Narrow(part).Trim()).ToList();
        if (digits is [var clause] && ClauseForm().IsMatch(clause))
        {
            return clause;
        }

        if (digits.Exists(part => part.Length == 0 || part.AsSpan().ContainsAnyExceptInRange('0', '9')))
        {
            return null;
        }

        return digits switch
        {
            [{ Length: <= 3 } business, { Length: <= 5 } serial] => business.PadLeft(3, '0') + serial.PadLeft(5, '0'),
            [{ Length: 6 or 7 or 8 } whole] => whole.PadLeft(8, '0'),
            _ => null,
        };
    }

    private ImportedItem? ReadRow(Table table, int row, IReadOnlyList<Cell> idCells)
    {
        var sheet = table.Sheet;
        var id = ItemId([.. idCells.Select(cell => cell.Text)]);
        if (id is null)
        {
            reading.Problem("CF3014", sheet, idCells[0], $"「{string.Join("|", idCells.Select(cell => cell.Text))}」 is no item ID.", "Give three digits of the business and five of the item.");
            return null;
        }

        if (idCells.Count == 1 && idCells[0].Text.Length < 8 && !ClauseForm().IsMatch(id))
        {
            reading.Note(sheet, idCells[0], $"The item ID {idCells[0].Text} was read as {id}: leading zeros were lost.");
        }

        foreach (var label in TableKind.Items.Required.Where(label => label != "桁数" && table[row, label].Length == 0))
        {
            reading.Problem("CF3015", sheet, idCells[0], $"The item {id} has no 「{label}」.", "Fill the cell.");
        }

        var type = table[row, "データ型"];
        if (type.Length > 0 && !types.Contains(Width.Fold(type)))
        {
            reading.Problem("CF3016", sheet, table.Cells(row, "データ型")[0], $"The type 「{type}」 is in no legend.", "Use one of " + string.Join(", ", types) + ".");
        }

        var length = Width.Narrow(table[row, "桁数"]).Trim();
        if (length.Length > 0 && length != "-" && !LengthForm().IsMatch(length))
        {
            reading.Problem("CF3017", sheet, table.Cells(row, "桁数")[0], $"「{length}」 is no length.", "Give a number of characters, or n,m for 9V.");
        }

        var output = table[row, "データ出力条件"];
        if (output.Length > 0 && !Outputs.Contains(output))
        {
            reading.Problem("CF3018", sheet, table.Cells(row, "データ出力条件")[0], $"「{output}」 is no data output condition.", "Use 必須, 条件付き必須 or 任意.");
        }

        var functions = table.IsOwn ? [.. table[row, "関連機能"].Split(' ', StringSplitOptions.RemoveEmptyEntries)]
            : FunctionForm().Matches(Width.Narrow(table[row, "標準仕様書関連箇所"])).Select(match => match.Value).ToList();
        if (functions.Count == 0 && table.Cells(row, "標準仕様書関連箇所") is [var reference, ..])
        {
            reading.Sentence(sheet, reference, reference.Text);
        }

        var (condition, remarks) = table.IsOwn ? (table[row, "条件"], table[row, "注記"]) : Notes(table, row, output);
        return new ImportedItem
        {
            Id = id,
            Name = table[row, "データ項目"],
            Romaji = table.IsOwn ? table[row, "データ項目（ローマ字）"] : Width.Narrow(table[row, "データ項目（ローマ字）"]),
            Group = table[row, "名称"].Length > 0 ? table[row, "名称"] : table[row, "グループ"],
            IsPrimaryKey = table[row, "主キー"].Length > 0,
            IsForeignKey = table[row, "外部キー"].Length > 0,
            Level1 = table[row, "LV1"],
            Level2 = table[row, "LV2"],
            Level3 = table[row, "LV3"],
            Type = type,
            Length = length == "-" ? "" : length,
            Code = table.IsOwn ? table[row, "コード"] : CodeListReader.CodeId(table[row, "コード"]),
            Repeats = table.IsOwn ? table[row, "繰り返し"] : Width.Narrow(table[row, "繰り返し"]),
            Output = output,
            Condition = condition,
            Functions = string.Join(' ', functions),
            Implementation = table[row, "実装類型"],
            Sample = table[row, "サンプル値"],
            Remarks = remarks,
            Source = table.IsOwn ? table[row, "出典"] : string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}!{row}"),
        };
    }

    private (string Condition, string Remarks) Notes(Table table, int row, string output)
    {
        string condition = "";
        var remarks = new List<string>();
        foreach (var cell in table.Cells(row, "項目説明").Concat(table.Cells(row, "備考")))
        {
            foreach (var line in cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith("※※", StringComparison.Ordinal))
                {
                    condition = ConditionReader.Read(line).Text;
                }
                else if (NotePhrases.Find(line.TrimStart('・', '※', ' ')) is { } ours)
                {
                    remarks.Add(ours);
                }
                else
                {
                    reading.Sentence(table.Sheet, cell, line);
                }
            }
        }

        if (output == "条件付き必須" != condition.Length > 0 && table.Column("項目説明") is not null)
        {
            reading.Note(table.Sheet, table.Sheet.Row(row)[0], output == "条件付き必須" ? "条件付き必須, but no condition 「※※」 is given." : $"A condition 「※※」 is given, but the item is {output}.");
        }

        return (condition, string.Join('；', remarks));
    }

    [GeneratedRegex("^[0-9]+(,[0-9]+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LengthForm();

    // In an illustrative standard items are numbered like its functions (児手-D001), so that nobody takes them for official ones.
    [GeneratedRegex(@"^\p{L}{1,8}-[A-Z]?[0-9]+(?:\.[0-9]+)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClauseForm();

    [GeneratedRegex("(?<![0-9])[0-9]{7}(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FunctionForm();
}
