using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Conformance.Reports.Workbooks;

/// <summary>
/// Writes a workbook row by row. Every text is an inline string, which no program evaluates; one that begins like a formula also bears the mark of quoted text, so that it stays text when it is
/// edited or copied.
/// </summary>
internal static class WorkbookFile
{
    // A cell holds 32,767 characters (ECMA-376 leaves it open; the limit is that of the usual programs).
    private const int CellLimit = 32_000;
    private const uint Plain = 0, Heading = 1, Quoted = 2;
    private static readonly char[] NotInNames = ['[', ']', ':', '*', '?', '/', '\\'];

    public static void Write(Stream output, IReadOnlyList<SheetContent> sheets)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new Sheets();
            var ranges = new DefinedNames();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = book.AddNewPart<WorksheetPart>();
                var rows = Sheet(part, sheets[i]);
                var name = Name(sheets[i].Name, names);
                list.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = name });
                ranges.Append(new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$A$1:${Column(sheets[i].Columns.Count)}${rows}")
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)i,
                    Hidden = true,
                });
            }

            book.Workbook = new Workbook(list, ranges);
        }

        package.Position = 0;
        package.CopyTo(output);
    }

    private static int Sheet(WorksheetPart part, SheetContent sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((column, i) => new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(sheet.Columns.Select(column => Text(column.Title, Heading))) { RowIndex = 1 });
        var rows = 1;
        foreach (var row in sheet.Rows)
        {
            rows++;
            writer.WriteElement(new Row(row.Select(Value)) { RowIndex = (uint)rows });
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Column(sheet.Columns.Count)}{rows}" });
        writer.WriteEndElement();
        return rows;
    }

    private static Cell Value(object? value) => value switch
    {
        int number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = Plain },
        _ => Text(value?.ToString() ?? "", value?.ToString() is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? Quoted : Plain),
    };

    private static Cell Text(string text, uint style) => new(new InlineString(new Text(PlainText.ForXml(text, CellLimit)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    private static string Name(string wanted, HashSet<string> taken)
    {
        var clean = new string([.. PlainText.ForXml(wanted).Select(c => NotInNames.Contains(c) ? '・' : c)]).Trim('\'');
        for (var i = 1; ; i++)
        {
            var end = i == 1 ? "" : " " + i.ToString(CultureInfo.InvariantCulture);
            var name = clean[..Math.Min(clean.Length, 31 - end.Length)] + end;
            if (taken.Add(name))
            {
                return name;
            }
        }
    }

    private static string Column(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString() : Column((number - 1) / 26) + Column(((number - 1) % 26) + 1);

    private static Stylesheet Styles() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "游ゴシック" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "游ゴシック" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8F1FE" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Wrapped(0, 0), Wrapped(1, 2), Wrapped(0, 0, quoted: true)));

    private static CellFormat Wrapped(uint font, uint fill, bool quoted = false) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
    {
        FontId = font,
        FillId = fill,
        ApplyAlignment = true,
        ApplyFill = true,
        ApplyFont = true,
        QuotePrefix = quoted,
    };
}
