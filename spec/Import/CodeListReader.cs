using System.Globalization;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>コード一覧: a code ID and name, and below it, without repeating them, its values.</summary>
internal sealed class CodeListReader(Reading reading)
{
    /// <summary>
    /// A code ID of this business is written 1, 002 or 999: three digits. What is not a number (a business's name before the ID) points to
    /// another list and stays as it is.
    /// </summary>
    public static string CodeId(string text)
    {
        var narrow = Width.Narrow(text).Trim();
        return narrow.Length is > 0 and < 3 && !narrow.AsSpan().ContainsAnyExceptInRange('0', '9') ? narrow.PadLeft(3, '0') : narrow;
    }

    public IEnumerable<ImportedCode> Read(Table table)
    {
        string id = "", name = "";
        foreach (var row in table.Rows)
        {
            var cells = table.Sheet.Row(row);
            if (cells.All(cell => Marks.IsMark(cell.Text)))
            {
                reading.Understand(cells, "目印");
                continue;
            }

            if (table.Cells(row, "コードID") is [var idCell, ..])
            {
                id = table.IsOwn ? idCell.Text : CodeId(idCell.Text);
                name = table[row, "コード名"];
                if (!table.IsOwn && id.AsSpan().ContainsAnyExceptInRange('0', '9'))
                {
                    reading.Problem("CF3014", table.Sheet, idCell, $"「{idCell.Text}」 is no code ID.", "Give up to three digits.");
                }
            }

            var value = table[row, "コード値"];
            if (id.Length == 0 || value.Length == 0)
            {
                continue;
            }

            reading.Understand(cells.Where(table.IsInKnownColumn), "コード");
            if (table.IsOwn)
            {
                yield return new ImportedCode(id, name, value, table[row, "コード値の内容"], table[row, "注記"], table[row, "出典"]);
                continue;
            }

            yield return new ImportedCode(id, name, Width.Narrow(value), table[row, "コード値の内容"], Remarks(table, row),
                string.Create(CultureInfo.InvariantCulture, $"{table.Sheet.Name}!{row}"));
        }
    }

    private string Remarks(Table table, int row)
    {
        var ours = new List<string>();
        foreach (var cell in table.Cells(row, "備考"))
        {
            foreach (var line in cell.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (NotePhrases.Find(line.TrimStart('・', '※')) is { } phrase)
                {
                    ours.Add(phrase);
                }
                else
                {
                    reading.Sentence(table.Sheet, cell, line);
                }
            }
        }

        return string.Join('；', ours);
    }
}
