using System.Globalization;
using System.Net;
using System.Text;

namespace Conformance.Reports.Html;

/// <summary>A page without script and network, for what is read from top to bottom and printed.</summary>
internal sealed class PlainPage
{
    private readonly StringBuilder html = new();

    public PlainPage(string title, ReportWords words) => html.Append(CultureInfo.InvariantCulture, $"""
        <!doctype html>
        <html lang="{words["ja", "en"]}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Text(title)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <h1>{Text(title)}</h1>

        """);

    /// <summary>Text of the data: shown as text, cut with a note.</summary>
    public static string Text(string? value) => WebUtility.HtmlEncode(PlainText.ForXml(value, 2000));

    /// <summary>Markup of ours; texts of the data go through <see cref="Text"/> first.</summary>
    public PlainPage Add(string markup)
    {
        html.Append(markup).Append('\n');
        return this;
    }

    /// <param name="id">To link to; null where nothing does.</param>
    public PlainPage Heading(string text, string? id = null) => Add($"<h2{(id is null ? "" : $" id=\"{Text(id)}\"")}>{Text(text)}</h2>");

    /// <summary>Of a part of what the last <see cref="Heading"/> begins.</summary>
    public PlainPage Subheading(string text) => Add($"<h3>{Text(text)}</h3>");

    public PlainPage Note(string text) => Add($"""<p class="note">{Text(text)}</p>""");

    public PlainPage Paragraph(string text) => Add($"<p>{Text(text)}</p>");

    public PlainPage Facts(IEnumerable<(string Name, string Value)> facts)
    {
        html.Append("<dl>\n");
        foreach (var (name, value) in facts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div><dt>{Text(name)}</dt><dd>{Text(value)}</dd></div>\n");
        }

        return Add("</dl>");
    }

    /// <param name="rows">Texts of the data, one per column.</param>
    public PlainPage Table(string label, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        html.Append(CultureInfo.InvariantCulture, $"""<div class="wide" tabindex="0" role="region" aria-label="{Text(label)}"><table><thead><tr>""");
        foreach (var column in columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<th scope="col">{Text(column)}</th>""");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                html.Append(i == 0 ? $"""<th scope="row">{Text(row[i])}</th>""" : $"<td>{Text(row[i])}</td>");
            }

            html.Append("</tr>\n");
        }

        return Add("</tbody></table></div>");
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(html + "</main>\n</body>\n</html>\n");

    private const string Style = """
        :root { color-scheme: light; --line: #949494; --soft: #f2f2f2; }
        * { box-sizing: border-box; }
        body { margin: 0; font: 16px/1.7 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
        main { max-width: 1200px; margin: 0 auto; padding: 24px; }
        h1 { font-size: 1.75rem; margin: 0 0 8px; } h2 { font-size: 1.25rem; margin: 40px 0 8px; padding-left: 12px; border-left: 6px solid #0017c1; } h3 { font-size: 1.125rem; margin: 24px 0 8px; }
        p { margin: 0 0 12px; max-width: 60em; }
        .note { background: #e8f1fe; border-radius: 8px; padding: 12px 20px; max-width: none; }
        .verdict { font-size: 1.5rem; font-weight: 700; }
        dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(16em, 1fr)); gap: 8px 32px; margin: 0 0 16px; }
        dt { font-size: .875rem; color: #4d4d4d; } dd { margin: 0; }
        .wide { overflow-x: auto; margin-bottom: 16px; } .wide:focus { outline: 4px solid #000; outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; min-width: 36em; } table:has(thead th:nth-child(2):last-child) { min-width: 0; }
        th, td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; vertical-align: top; }
        thead th { background: var(--soft); } tbody th { font-weight: 600; min-width: 7em; }
        @media print { @page { size: A4; margin: 14mm; } body { font-size: 10px; } main { padding: 0; max-width: none; } .wide { overflow: visible; } table { min-width: 0; } tr { break-inside: avoid; } h2, h3 { break-after: avoid; margin-top: 16px; } thead { display: table-header-group; } }
        """;
}
