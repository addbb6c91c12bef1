using System.Globalization;
using System.Security.Cryptography;
using Conformance.Spec;
using Conformance.Verdicts;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Conformance.Reports.Manual;

/// <summary>Reads a sheet that people filled in. Nothing is taken over where anything is wrong.</summary>
public static class ManualSheetReader
{
    private static readonly int[] People = [2, 3];

    private static readonly Dictionary<string, VerdictKind> Words = new(StringComparer.Ordinal)
    {
        ["適合"] = VerdictKind.Conforms, ["不適合"] = VerdictKind.Nonconforming, ["判定不能"] = VerdictKind.Inconclusive, ["適用対象外"] = VerdictKind.NotApplicable,
    };

    /// <param name="file">Attachments are relative to it.</param>
    /// <param name="evidence">Folder into which attachments are copied, named by their hash.</param>
    /// <returns>The runs with what the sheet holds; a row without a result leaves what was there.</returns>
    /// <exception cref="BadInputException">CF7121–CF7127: everything that is wrong, cell by cell.</exception>
    public static IReadOnlyList<RunResult> Read(string file, IReadOnlyList<RunResult> runs, string evidence, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        var rows = Rows(file);
        var results = new Dictionary<(string Run, string Id), (ManualResult Result, IReadOnlyList<string> Files)>();
        if (rows.Count == 0 || !rows[0].Cells.SequenceEqual(ManualSheet.Fixed.Concat(ManualSheet.Answers)))
        {
            throw new BadInputException(Wrong("CF7121", file, 1, 0, "The header is not that of `manual export`.", "Write results under the columns as they were exported, and change none of them."));
        }

        foreach (var row in rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Length > 0)))
        {
            var run = runs.FirstOrDefault(one => one.Run.Id == row.Cells[0]);
            var check = run?.Manual?.FirstOrDefault(one => one.Id == row.Cells[1]);
            if (run is null || check is null)
            {
                problems.Add(Wrong("CF7122", file, row.Number, run is null ? 0 : 1, $"There is no item 「{row.Cells[1]}」 of the run 「{row.Cells[0]}」 in these results.", "Export the sheet of this run again, or put back what stood there."));
                continue;
            }

            var asked = ManualSheet.Asked(run, check);
            var changed = Enumerable.Range(0, asked.Count).Where(i => Plain(asked[i]) != Plain(row.Cells[i])).ToList();
            problems.AddRange(changed.Select(i => Wrong("CF7121", file, row.Number, i, $"「{ManualSheet.Fixed[i]}」 was changed: this column says what is asked.", $"Put back 「{asked[i].Split('\n')[0]}」; results go into the columns {string.Join("、", ManualSheet.Answers)}.")));
            if (changed.Count == 0 && row.Cells[asked.Count].Length + row.Cells.Skip(asked.Count).Sum(cell => cell.Length) > 0 && Answer(file, row, asked.Count, check, now, problems) is { } answer)
            {
                results[(run.Run.Id, check.Id)] = answer;
            }
        }

        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        return [.. runs.Select(run => run.Manual is null ? run : run with
        {
            Manual = [.. run.Manual.Select(check => results.TryGetValue((run.Run.Id, check.Id), out var found) ? check with { Result = found.Result with { Attachments = [.. found.Files.Select(one => Keep(one, evidence))] } } : check)],
        })];
    }

    private static (ManualResult, IReadOnlyList<string>)? Answer(string file, SheetRow row, int from, ManualCheck check, DateTimeOffset now, List<Problem> problems)
    {
        var before = problems.Count;
        void Bad(string code, int column, string fact, string remedy) => problems.Add(Wrong(code, file, row.Number, from + column, fact, remedy));
        string Cell(int column) => row.Cells[from + column].Trim();
        if (!Words.TryGetValue(Cell(0), out var verdict))
        {
            Bad("CF7123", 0, $"「{Cell(0)}」 is no result.", $"Write one of {string.Join("、", Words.Keys)}, or leave the whole row empty.");
        }

        if (Cell(1).Length == 0 && verdict is VerdictKind.Nonconforming or VerdictKind.Inconclusive)
        {
            Bad("CF7123", 1, "What was seen is missing.", "Say what was seen where it does not conform.");
        }

        foreach (var column in People.Where(column => Cell(column).Length == 0))
        {
            Bad("CF7124", column, $"「{ManualSheet.Answers[column]}」 is missing.", "A result has somebody who looked and somebody else who looked again.");
        }

        if (Cell(2).Length > 0 && Cell(2) == Cell(3))
        {
            Bad("CF7124", 3, $"「{Cell(3)}」 looked at it and reviewed it.", "Let somebody else look at it again.");
        }

        if (Time(Cell(4)) is not { } at || at > now.AddMinutes(5))
        {
            Bad("CF7125", 4, $"「{Cell(4)}」 is no time at which this can have been done.", "Write it like 2026-11-21 14:05, Japan Standard Time.");
            at = now;
        }

        var files = Cell(5).Split(['\n', '\r', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, name)).ToList();
        foreach (var missing in files.Where(name => !File.Exists(name)))
        {
            Bad("CF7126", 5, $"There is no file {missing}.", "Give the place of the file as seen from the sheet.");
        }

        if (files.Count == 0 && check.Attachment && check.Result?.Attachments is not { Count: > 0 })
        {
            Bad("CF7126", 5, "The item asks for an attachment.", "Name a file.");
        }

        return problems.Count == before ? (new ManualResult(verdict, Cell(1), Cell(2), Cell(3), at.ToUniversalTime(), [], Cell(6)), files) : null;
    }

    private static EvidenceRef Keep(string file, string evidence)
    {
        var content = File.ReadAllBytes(file);
        var extension = Path.GetExtension(file).ToLowerInvariant();
        var name = Convert.ToHexStringLower(SHA256.HashData(content)) + extension;
        Directory.CreateDirectory(evidence);
        File.WriteAllBytes(Path.Combine(evidence, name), content);
        return new EvidenceRef(Path.GetFileName(file), extension switch { ".png" => "image/png", ".jpg" or ".jpeg" => "image/jpeg", ".pdf" => "application/pdf", ".txt" => "text/plain", _ => "application/octet-stream" }, name);
    }

    // A spreadsheet program may have made a date of it: days since 1899-12-30.
    private static DateTimeOffset? Time(string text)
    {
        string[] forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd H:mm", "yyyy/MM/dd HH:mm", "yyyy/M/d H:mm", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss"];
        return DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? new DateTimeOffset(time, JapanTime.Offset)
            : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is > 40000 and < 80000 ? new DateTimeOffset(DateTime.FromOADate(days), JapanTime.Offset)
            : null;
    }

    // Programs write line ends of their own.
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    private static Problem Wrong(string code, string file, int row, int column, string fact, string remedy) =>
        new(code, file, 0, 0, fact, remedy) { Cell = string.Create(CultureInfo.InvariantCulture, $"{ManualSheet.Name}!{(char)('A' + column)}{row}") };

    private sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

    private static List<SheetRow> Rows(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            var book = document.WorkbookPart ?? throw new InvalidDataException("It has no workbook.");
            var sheet = book.Workbook.Descendants<Sheet>().FirstOrDefault(sheet => sheet.Name == ManualSheet.Name) ?? throw new InvalidDataException($"It has no sheet 「{ManualSheet.Name}」.");
            var texts = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
            var width = ManualSheet.Fixed.Count + ManualSheet.Answers.Count;
            return [.. ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>().Select((row, i) => new SheetRow((int)(row.RowIndex?.Value ?? (uint)(i + 1)), Cells(row, texts, width)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            throw new BadInputException(new Problem("CF7127", file, 0, 0, "This is no sheet of manual checks: " + e.Message, "Give the .xlsx file that `manual export` wrote."));
        }
    }

    private static List<string> Cells(Row row, List<string> texts, int width)
    {
        var cells = Enumerable.Repeat("", width).ToList();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            // Cells may say where they stand, and those that are empty may be left out.
            var at = cell.CellReference?.Value is [>= 'A' and <= 'Z', >= '0' and <= '9', ..] place ? place[0] - 'A' : next;
            next = at + 1;
            if (at < width)
            {
                cells[at] = cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.InnerText, CultureInfo.InvariantCulture, out var shared) && shared < texts.Count ? texts[shared] : cell.InnerText;
            }
        }

        return cells;
    }
}
