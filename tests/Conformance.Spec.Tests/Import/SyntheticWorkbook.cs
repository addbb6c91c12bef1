using System.Globalization;
using Conformance.Spec.Import.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Conformance.Spec.Tests.Import;

/// <summary>A workbook made cell by cell: plain texts, numbers, and OpenXml string items for the odd cases.</summary>
internal sealed class SyntheticWorkbook
{
    /// <summary>Style 1: number format 00000; 2: date; 3: struck through; 4: yellow.</summary>
    public const uint FiveDigits = 1, Date = 2, StruckThrough = 3, Yellow = 4;

    private readonly List<(string Name, bool Hidden, SortedDictionary<(int Row, int Column), Cell> Cells, List<string> Merges, HashSet<int> HiddenRows)> sheets = [];

    /// <summary>An item list with a header of two rows and these items, below a title.</summary>
    public static SyntheticWorkbook WithItems(params string?[][] items) => new SyntheticWorkbook().Sheet("項目").Items(1, 2, items);

    /// <summary>A valid row: every required column filled.</summary>
    public static string?[] Item(string business = "031", string serial = "1", string name = "氏名", string romaji = "shimei", string type = "Ｎ",
        string length = "100", string? code = null, string output = "任意", string? notes = null) =>
        [business, serial, name, romaji, "基本情報", null, null, "LV1の値", null, null, type, length, code, output, notes, "0310002名称"];

    public SyntheticWorkbook Sheet(string name, bool hidden = false)
    {
        sheets.Add((name, hidden, [], [], []));
        return this;
    }

    public SyntheticWorkbook Items(int left, int top, params string?[][] items)
    {
        Row(top, left, "データ項目ID", null, "データ項目", "データ項目（ローマ字）", "グループ", null, null, "クラス分類", null, null, "データ型", "桁数", "コード", "データ出力条件", "項目説明", "標準仕様書関連箇所");
        Row(top + 1, left + 4, "名称", "主キー", "外部キー", "LV1", "LV2", "LV3");
        Merge(top, left, top + 1, left + 1);
        for (var i = 0; i < items.Length; i++)
        {
            Row(top + 2 + i, left, items[i]);
        }

        return this;
    }

    public SyntheticWorkbook Row(int row, int column, params string?[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i] is { } text)
            {
                Text(row, column + i, text);
            }
        }

        return this;
    }

    public SyntheticWorkbook Text(int row, int column, string text, uint style = 0) =>
        Put(row, column, new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }), StyleIndex = style });

    public SyntheticWorkbook Number(int row, int column, double value, uint style = 0) =>
        Put(row, column, new Cell { CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)), StyleIndex = style });

    public SyntheticWorkbook Error(int row, int column, string error) =>
        Put(row, column, new Cell { DataType = CellValues.Error, CellValue = new CellValue(error) });

    public SyntheticWorkbook Rich(int row, int column, params OpenXmlElement[] runs) =>
        Put(row, column, new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(runs) });

    public static Run Run(string text, bool struck = false) =>
        struck ? new Run(new RunProperties(new Strike()), new Text(text) { Space = SpaceProcessingModeValues.Preserve })
            : new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public SyntheticWorkbook Merge(int top, int left, int bottom, int right)
    {
        sheets[^1].Merges.Add($"{Name(top, left)}:{Name(bottom, right)}");
        return this;
    }

    public SyntheticWorkbook HideRow(int row)
    {
        sheets[^1].HiddenRows.Add(row);
        return this;
    }

    public string Save(string folder, string name = "book.xlsx")
    {
        var path = Path.Combine(folder, name);
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 177, FormatCode = "00000" }),
            new Fonts(new Font(), new Font(new Strike())),
            new Fills(new Fill(), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFFF00" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 177 }, new CellFormat { NumberFormatId = 14 }, new CellFormat { FontId = 1 }, new CellFormat { FillId = 1 }));
        foreach (var (sheetName, hidden, cells, merges, hiddenRows) in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            foreach (var row in cells.GroupBy(cell => cell.Key.Row))
            {
                data.Append(new Row(row.Select(cell => cell.Value)) { RowIndex = (uint)row.Key, Hidden = hiddenRows.Contains(row.Key) });
            }

            part.Worksheet = merges.Count == 0 ? new Worksheet(data)
                : new Worksheet(data, new MergeCells(merges.Select(merge => new MergeCell { Reference = merge })));
            workbook.Workbook.Sheets!.Append(new Sheet
            {
                Name = sheetName,
                Id = workbook.GetIdOfPart(part),
                SheetId = (uint)workbook.Workbook.Sheets.ChildElements.Count + 1,
                State = hidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
            });
        }

        return path;
    }

    private SyntheticWorkbook Put(int row, int column, Cell cell)
    {
        cell.CellReference = Name(row, column);
        sheets[^1].Cells[(row, column)] = cell;
        return this;
    }

    private static string Name(int row, int column) => new Conformance.Spec.Import.Sheets.Cell(row, column, "").Reference;
}
