using System.Globalization;
using System.Text;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Documents;

/// <summary>Writes text as PDF 1.7 (ISO 32000-1) with a Japanese font that the reader supplies (9.7.5.2: predefined CMap UniJIS-UTF16-H, Adobe-Japan1).
/// Every line carries its true text as ActualText (14.9.4): the font may lack a character, draws no variation selectors, and gives some signs
/// (the low line) back as others.</summary>
internal static class PdfDocument
{
    private const int Wide = 42;
    private const string Font = "NotoSansCJKjp-Regular";

    /// <param name="pages">Heading and lines of each page; A4, at most 40 lines are written on one.</param>
    public static byte[] Write(IReadOnlyList<(string Heading, string[] Lines)> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R/Lang(ja-JP)>>",
            $"<</Type/Pages/Kids[{string.Join(' ', pages.Select((_, at) => $"{6 + (at * 2)} 0 R"))}]/Count {pages.Count}>>",
            $"<</Type/Font/Subtype/Type0/BaseFont/{Font}/Encoding/UniJIS-UTF16-H/DescendantFonts[4 0 R]>>",
            $"<</Type/Font/Subtype/CIDFontType0/BaseFont/{Font}/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/DW 1000/W[1 94 500]/FontDescriptor 5 0 R>>",
            $"<</Type/FontDescriptor/FontName/{Font}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
        };
        foreach (var (heading, lines) in pages)
        {
            var text = Text(heading, lines);
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {objects.Count + 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>");
            objects.Add($"<</Length {text.Length}>>stream\n{text}\nendstream");
        }

        return Assemble(objects);
    }

    private static string Text(string heading, IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT /F1 16 Tf 24 TL 56 780 Td\n");
        Line(text, heading);
        text.Append("/F1 11 Tf 18 TL T*\n");
        foreach (var line in lines.SelectMany(line => Wrapped(line)))
        {
            Line(text, line);
        }

        return text.Append("ET").ToString();
    }

    private static IEnumerable<string> Wrapped(string line) => Widths.Cells(line).Chunk(Wide).Select(cells => string.Concat(cells));

    private static void Line(StringBuilder text, string line)
    {
        var drawn = string.Concat(Widths.Cells(line).Select(cell => cell.EnumerateRunes().First().ToString()));
        text.Append($"/Span<</ActualText<FEFF{Hex(line)}>>>BDC <{Hex(drawn)}> Tj EMC T*\n");
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static byte[] Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        // Only ASCII was written, so that a character is a byte.
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
