using System.Globalization;
using System.Text;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Export.Sheets;

/// <summary>Writes a workbook (.xlsx) with inline strings: every cell is a text, as in the workbooks that ministries publish.</summary>
public static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>The bytes of the file; the same sheets give the same bytes.</summary>
    public static byte[] Write(IReadOnlyList<SheetDraft> sheets) => OfficePackage.Pack(
    [
        ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + Each(sheets, (_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>") + "</Types>"),
        ("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{Each(sheets, (sheet, i) => $"<sheet name=\"{XmlText.Escape(sheet.Name)}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>")}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{Each(sheets, (_, i) => $"<Relationship Id=\"rId{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")}<Relationship Id=\"rId{Number(sheets.Count + 1)}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"),
        ("xl/styles.xml", Styles),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{Number(i + 1)}.xml", Sheet(sheet))),
    ]);

    /// <summary>A name that Excel accepts for a sheet.</summary>
    public static string SheetName(string wanted)
    {
        var name = string.Concat(wanted.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? '＿' : c));
        return name.Length > 31 ? name[..31] : name.Length == 0 ? "表" : name;
    }

    private static string Each(IReadOnlyList<SheetDraft> sheets, Func<SheetDraft, string, string> write) => string.Concat(sheets.Select((sheet, i) => write(sheet, Number(i + 1))));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Sheet(SheetDraft sheet)
    {
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\">");
        if (sheet.Frozen > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<pane ySplit=\"{sheet.Frozen}\" topLeftCell=\"A{sheet.Frozen + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        }

        xml.Append("</sheetView></sheetViews>");
        if (sheet.Widths.Count > 0)
        {
            xml.Append("<cols>");
            for (var i = 0; i < sheet.Widths.Count; i++)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{sheet.Widths[i]}\" customWidth=\"1\"/>");
            }

            xml.Append("</cols>");
        }

        xml.Append("<sheetData>");
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < sheet.Rows[row].Count; column++)
            {
                if (sheet.Rows[row][column] is { } cell)
                {
                    Append(xml, cell, Cell.ColumnName(column + 1) + Number(row + 1));
                }
            }

            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (sheet.Merges.Count > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{sheet.Merges.Count}\">").AppendJoin("", sheet.Merges.Select(merge => $"<mergeCell ref=\"{merge}\"/>")).Append("</mergeCells>");
        }

        return xml.Append("</worksheet>").ToString();
    }

    private static void Append(StringBuilder xml, CellDraft cell, string reference)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" s=\"{(int)cell.Look}\"");
        if (cell.Text.Length == 0)
        {
            xml.Append("/>");
            return;
        }

        xml.Append(" t=\"inlineStr\"><is>");
        foreach (var run in cell.Runs.Where(run => run.Text.Length > 0))
        {
            var look = (run.Bold ? "<b/>" : "") + (run.Marked ? "<u/>" : "");
            var text = $"<t xml:space=\"preserve\">{XmlText.Escape(Guarded(run.Text))}</t>";
            xml.Append(cell.Runs.Count == 1 && look.Length == 0 ? text : $"<r>{(look.Length > 0 ? $"<rPr>{look}</rPr>" : "")}{text}</r>");
        }

        xml.Append("</is></c>");
    }

    /// <summary>A text like _x0041_ would be read as an escaped character, so its underscore is escaped itself (ECMA-376 part 1, 22.9.2.19).</summary>
    private static string Guarded(string text) => text.Replace("_x", "_x005F_x", StringComparison.Ordinal);

    private static readonly string Styles = $"<styleSheet xmlns=\"{Main}\">"
        + "<fonts count=\"3\"><font><sz val=\"10\"/><name val=\"Yu Gothic\"/></font><font><b/><sz val=\"10\"/><name val=\"Yu Gothic\"/></font><font><b/><sz val=\"14\"/><name val=\"Yu Gothic\"/></font></fonts>"
        + "<fills count=\"6\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        + Fill("FFE6E6E6") + Fill("FFDFF3E3") + Fill("FFFBE2E0") + Fill("FFFFF3CD") + "</fills>"
        + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"6\">"
        + Look(0, 0, 1) + Look(1, 2, 1) + Look(2, 0, 0) + Look(0, 3, 1) + Look(0, 4, 1) + Look(0, 5, 1) + "</cellXfs></styleSheet>";

    private static string Fill(string colour) => $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";

    // Number format 49 is text: an ID keeps its zeros when somebody edits the cell.
    private static string Look(int font, int fill, int border) =>
        string.Create(CultureInfo.InvariantCulture, $"<xf numFmtId=\"49\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>");
}
