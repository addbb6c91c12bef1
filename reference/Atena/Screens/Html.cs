using System.Text;

namespace Conformance.Reference.Atena.Screens;

/// <summary>Pieces of HTML. Every text goes through <see cref="Text"/>.</summary>
internal static class Html
{
    /// <summary>Text for content or a quoted attribute.</summary>
    public static string Text(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>What was refused and why, as an alert.</summary>
    public static string Alert(IEnumerable<Refusal> refusals)
    {
        var list = string.Concat(refusals.Select(refusal => $"<li><code>{Text(refusal.Code)}</code> {Text(refusal.Message)}</li>"));
        return $"<div role=\"alert\" class=\"alert\"><ul>{list}</ul></div>";
    }

    /// <summary>A success, as a status.</summary>
    public static string Status(string message, string more = "") =>
        $"<div role=\"status\" class=\"status\"><p>{Text(message)}</p>{more}</div>";

    /// <summary>A table with a header row. Cells are HTML already.</summary>
    public static string Table(string caption, IEnumerable<string> headers, IEnumerable<IEnumerable<string>> rows)
    {
        var html = new StringBuilder($"<div class=\"scroll\" tabindex=\"0\"><table><caption>{Text(caption)}</caption><thead><tr>");
        foreach (var header in headers)
        {
            html.Append("<th scope=\"col\">").Append(Text(header)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append("<td>").Append(cell).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>A table of names and values.</summary>
    public static string Pairs(string caption, IEnumerable<(string Name, string Value)> pairs) =>
        $"<table class=\"pairs\"><caption>{Text(caption)}</caption><tbody>"
        + string.Concat(pairs.Select(pair => $"<tr><th scope=\"row\">{Text(pair.Name)}</th><td>{Text(pair.Value)}</td></tr>"))
        + "</tbody></table>";

    /// <summary>A labelled text field.</summary>
    public static string Input(string id, string label, string value = "", string type = "text") =>
        $"<div class=\"field\"><label for=\"{id}\">{Text(label)}</label>"
        + $"<input id=\"{id}\" name=\"{id}\" type=\"{type}\" value=\"{Text(value)}\" autocomplete=\"off\"></div>";
}
