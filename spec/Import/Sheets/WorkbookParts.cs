using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Conformance.Spec.Import.Sheets;

/// <summary>
/// The parts of a workbook, read with DocumentFormat.OpenXml. ExcelDataReader is smaller but gives one string per cell: it cannot tell
/// a deleted (struck-through) word from a valid one, nor number formats that restore lost zeros. Rows are streamed, so a sheet
/// with a million empty rows costs time but no memory.
/// </summary>
internal sealed class WorkbookParts(byte[] bytes, string file)
{
    private List<(string Text, string Struck)> strings = [];
    private NumberFormats formats = NumberFormats.None;

    public IReadOnlyList<Sheet> Sheets()
    {
        try
        {
            using var stream = new MemoryStream();
            stream.Write(bytes);
            stream.Position = 0;
            // A hyperlink that is no URI must not make the whole workbook unreadable; the copy in memory is rewritten.
            using var document = SpreadsheetDocument.Open(stream, true, new OpenSettings
            {
                AutoSave = false,
                RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:malformed"),
            });
            var workbook = document.WorkbookPart ?? throw new InvalidDataException("There is no workbook part.");
            strings = workbook.SharedStringTablePart is { } table ? ReadStrings(table) : [];
            formats = new NumberFormats(workbook.WorkbookStylesPart?.Stylesheet, workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false);
            return [.. workbook.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
                .Where(sheet => sheet.Id?.Value is not null && workbook.GetPartById(sheet.Id.Value!) is WorksheetPart)
                .Select(sheet => ReadSheet(sheet, (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)))];
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException
            or FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            throw new BadInputException(new Problem("CF3008", file, 0, 0, "The workbook cannot be read: " + exception.Message, "Open it and save it again."));
        }
    }

    private static List<(string, string)> ReadStrings(SharedStringTablePart part)
    {
        var read = new List<(string, string)>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.LoadCurrentElement() is SharedStringItem item)
            {
                read.Add(Words(item));
            }
        }

        return read;
    }

    /// <summary>
    /// The text of a string item, without its phonetic runs (rPh). A struck-through run is a deletion; one that holds only a line break
    /// is an accident of editing, and leaving it out would glue two sentences together.
    /// </summary>
    private static (string Text, string Struck) Words(OpenXmlElement item)
    {
        var text = new StringBuilder();
        var struck = new StringBuilder();
        foreach (var child in item.ChildElements)
        {
            if (child is Text plain)
            {
                text.Append(plain.Text);
            }
            else if (child is Run run)
            {
                var words = run.Text?.Text ?? "";
                var isStruck = run.RunProperties?.GetFirstChild<Strike>() is { } strike && (strike.Val?.Value ?? true);
                (isStruck && !string.IsNullOrWhiteSpace(words) ? struck : text).Append(words);
            }
        }

        return (Clean(text.ToString()), Clean(struck.ToString()));
    }

    private static string Clean(string text)
    {
        var clean = text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;
        return clean.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
    }

    private Sheet ReadSheet(DocumentFormat.OpenXml.Spreadsheet.Sheet entry, WorksheetPart part)
    {
        var cells = new List<Cell>();
        var merges = new List<CellRange>();
        var hiddenColumns = new List<(uint First, uint Last)>();
        var rowNumber = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(Column) && reader.LoadCurrentElement() is Column column)
            {
                if (column.Hidden?.Value == true)
                {
                    hiddenColumns.Add((column.Min?.Value ?? 0, column.Max?.Value ?? 0));
                }
            }
            else if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                rowNumber = (int?)row.RowIndex?.Value ?? rowNumber + 1;
                ReadRow(row, rowNumber, hiddenColumns, cells);
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell merge && CellRange.TryParse(merge.Reference?.Value, out var range))
            {
                merges.Add(range);
            }
        }

        var state = entry.State?.Value ?? SheetStateValues.Visible;
        return new Sheet(entry.Name?.Value ?? "", state != SheetStateValues.Visible, cells, merges) { Drawn = Drawn(part) };
    }

    private void ReadRow(Row row, int rowNumber, List<(uint First, uint Last)> hiddenColumns, List<Cell> cells)
    {
        var columnNumber = 0;
        foreach (var source in row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>())
        {
            columnNumber = CellRange.TryParse(source.CellReference?.Value, out var at) ? at.Left : columnNumber + 1;
            var (text, struck, isNumber) = Value(source);
            if (text.Length > 0 || struck.Length > 0)
            {
                cells.Add(new Cell(rowNumber, columnNumber, text)
                {
                    Struck = struck,
                    IsNumber = isNumber,
                    Colour = formats.Colour((int)(source.StyleIndex?.Value ?? 0)),
                    IsError = source.DataType?.Value == CellValues.Error,
                    IsHidden = (row.Hidden?.Value ?? false) || hiddenColumns.Exists(range => columnNumber >= range.First && columnNumber <= range.Last),
                });
            }
        }
    }

    private (string Text, string Struck, bool IsNumber) Value(DocumentFormat.OpenXml.Spreadsheet.Cell cell)
    {
        var raw = cell.CellValue?.Text ?? "";
        var style = (int)(cell.StyleIndex?.Value ?? 0);
        var type = cell.DataType?.Value ?? CellValues.Number;
        var (text, struck, isNumber) = type switch
        {
            CellValues.SharedString => (Shared(raw).Text, Shared(raw).Struck, false),
            CellValues.InlineString => cell.InlineString is { } inline ? (Words(inline).Text, Words(inline).Struck, false) : ("", "", false),
            CellValues.Boolean => (raw == "1" ? "TRUE" : "FALSE", "", false),
            CellValues.Number when raw.Length > 0 => (formats.Show(raw, style), "", true),
            _ => (Clean(raw), "", false),
        };

        return formats.IsStruck(style) && text.Length > 0 ? ("", text, isNumber) : (text, struck, isNumber);
    }

    private (string Text, string Struck) Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < strings.Count ? strings[i]
            : throw new InvalidDataException($"A cell refers to string {index}, of {strings.Count}.");

    private static List<string> Drawn(WorksheetPart part)
    {
        var drawn = part.DrawingsPart?.WorksheetDrawing is { } drawing
            ? drawing.Descendants<DocumentFormat.OpenXml.Drawing.Paragraph>().Select(paragraph => paragraph.InnerText.Trim()).ToList()
            : [];
        drawn.AddRange((part.WorksheetCommentsPart?.Comments?.CommentList?.Elements<Comment>() ?? [])
            .Select(comment => comment.CommentText is { } text ? string.Concat(text.Elements<Run>().Select(run => run.Text?.Text)) : ""));
        return [.. drawn.Where(text => text.Length > 0)];
    }
}
