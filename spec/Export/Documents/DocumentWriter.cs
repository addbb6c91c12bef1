using System.Globalization;
using System.Text;

namespace Conformance.Spec.Export.Documents;

/// <summary>Writes a Word document (.docx): a title, lines of text, and tables on A4 landscape.</summary>
public static class DocumentWriter
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>The bytes of the file; the same input gives the same bytes.</summary>
    /// <param name="sections">Heading, table.</param>
    public static byte[] Write(string title, IReadOnlyList<string> lines, IReadOnlyList<(string Heading, TableDraft Table)> sections)
    {
        var body = new StringBuilder();
        body.Append(Paragraph([new TextRun(title) { Bold = true }], 32, "center"));
        foreach (var line in lines)
        {
            body.Append(Paragraph([new TextRun(line)], 20, ""));
        }

        foreach (var (heading, table) in sections)
        {
            body.Append(Paragraph([new TextRun(heading) { Bold = true }], 24, ""));
            Append(body, table);
        }

        return OfficePackage.Pack(
        [
            ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"<w:document xmlns:w=\"{Main}\"><w:body>{body}<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1000\" w:right=\"1000\" w:bottom=\"1000\" w:left=\"1000\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"),
        ]);
    }

    private static void Append(StringBuilder body, TableDraft table)
    {
        body.Append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            body.Append(CultureInfo.InvariantCulture, $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        }

        body.Append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>")
            .AppendJoin("", table.Widths.Select(width => string.Create(CultureInfo.InvariantCulture, $"<w:gridCol w:w=\"{width}\"/>"))).Append("</w:tblGrid>");
        Row(body, table.Widths, [.. table.Header.Select(text => (IReadOnlyList<TextRun>)[new TextRun(text) { Bold = true }])], true);
        foreach (var row in table.Rows)
        {
            Row(body, table.Widths, row, false);
        }

        body.Append("</w:tbl>").Append(Paragraph([], 20, ""));
    }

    private static void Row(StringBuilder body, IReadOnlyList<int> widths, IReadOnlyList<IReadOnlyList<TextRun>> cells, bool isHeader)
    {
        body.Append("<w:tr>").Append(isHeader ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "");
        for (var i = 0; i < cells.Count; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{widths[i]}\" w:type=\"dxa\"/>{(isHeader ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E6E6E6\"/>" : "")}</w:tcPr>");
            foreach (var line in Lines(cells[i]))
            {
                body.Append(Paragraph(line, 20, isHeader ? "center" : ""));
            }

            body.Append("</w:tc>");
        }

        body.Append("</w:tr>");
    }

    private static List<List<TextRun>> Lines(IReadOnlyList<TextRun> runs)
    {
        List<List<TextRun>> lines = [[]];
        foreach (var run in runs)
        {
            var parts = run.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    lines.Add([]);
                }

                if (parts[i].Length > 0)
                {
                    lines[^1].Add(run with { Text = parts[i] });
                }
            }
        }

        return lines;
    }

    private static string Paragraph(IReadOnlyList<TextRun> runs, int halfPoints, string align)
    {
        var text = new StringBuilder("<w:p><w:pPr><w:spacing w:after=\"40\"/>");
        text.Append(align.Length > 0 ? $"<w:jc w:val=\"{align}\"/>" : "").Append("</w:pPr>");
        foreach (var run in runs)
        {
            text.Append("<w:r><w:rPr><w:rFonts w:ascii=\"Yu Mincho\" w:hAnsi=\"Yu Mincho\" w:eastAsia=\"Yu Mincho\"/>").Append(run.Bold ? "<w:b/>" : "")
                .Append(CultureInfo.InvariantCulture, $"<w:sz w:val=\"{halfPoints}\"/>{(run.Marked ? "<w:u w:val=\"single\"/>" : "")}</w:rPr><w:t xml:space=\"preserve\">{XmlText.Escape(run.Text)}</w:t></w:r>");
        }

        return text.Append("</w:p>").ToString();
    }
}
