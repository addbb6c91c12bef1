using System.Net;
using System.Text;
using Conformance.Reference.Core.Items;

namespace Conformance.Reference.Core.Screens;

/// <summary>HTML pieces that the screens are made of. Every text is encoded here.</summary>
internal sealed class Markup(CoreOptions options)
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A field with its label: the name of the item, in the variant with 必須 beside it.</summary>
    public string Field(Item item, string value, bool required = false)
    {
        var label = new StringBuilder($"<label for=\"{item.Name}\">{Text(item.Label)}");
        if (required && options.Shows(CoreVariants.RequiredLabels))
        {
            label.Append(" <span class=\"hissu\">必須</span>");
        }

        label.Append("</label>");
        return $"<div class=\"field\">{label}{Control(item, value, required)}</div>";
    }

    public static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{name}\" value=\"{Text(value)}\">";

    /// <summary>Everything that was entered about a person, carried on to the next page.</summary>
    public static string Hidden(IReadOnlyDictionary<string, string> items) =>
        string.Concat(items.Select(item => Hidden(item.Key, item.Value)));

    public static string Button(string name, string words, bool main = true) =>
        $"<button type=\"submit\" name=\"sosa\" value=\"{name}\"{(main ? "" : " class=\"second\"")}>{Text(words)}</button>";

    public static string Select(string name, string label, IEnumerable<(string Code, string Meaning)> choices, string chosen)
    {
        var list = string.Concat(choices.Select(choice =>
            $"<option value=\"{choice.Code}\"{(choice.Code == chosen ? " selected" : "")}>{Text(choice.Meaning)}</option>"));
        return $"<div class=\"field\"><label for=\"{name}\">{Text(label)}</label><select id=\"{name}\" name=\"{name}\">{list}</select></div>";
    }

    /// <summary>A table with a heading above each column; the last cell of a row may hold a form and is given as HTML.</summary>
    public static string Table(string caption, IReadOnlyList<string> columns, IEnumerable<(IReadOnlyList<string> Cells, string? Last)> rows)
    {
        var body = string.Concat(rows.Select(row =>
            $"<tr>{string.Concat(row.Cells.Select(cell => $"<td>{Text(cell)}</td>"))}{(row.Last is null ? "" : $"<td>{row.Last}</td>")}</tr>"));
        var head = string.Concat(columns.Select(column => $"<th scope=\"col\">{Text(column)}</th>"));
        return $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(caption)}（横に動かせます）\"><table><caption>{Text(caption)}</caption>"
            + $"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>";
    }

    /// <summary>A table with a heading beside each value.</summary>
    public static string Table(string caption, IEnumerable<(string Heading, string Value)> rows) =>
        $"<table><caption>{Text(caption)}</caption><tbody>"
        + string.Concat(rows.Select(row => $"<tr><th scope=\"row\">{Text(row.Heading)}</th><td>{Text(row.Value)}</td></tr>"))
        + "</tbody></table>";

    /// <summary>A value as staff read it: the meaning of a code, 和暦 in the variant.</summary>
    public string Shown(Item item, string value) => item switch
    {
        { Choices.Count: > 0 } => item.Choices.FirstOrDefault(choice => choice.Code == value).Meaning ?? value,
        { Name: "seinengappi" } when options.Shows(CoreVariants.JapaneseEra) => JapaneseEra.Show(value),
        _ => value,
    };

    private string Control(Item item, string value, bool required)
    {
        var common = $"id=\"{item.Name}\" name=\"{item.Name}\"{(required ? " aria-required=\"true\"" : "")}";
        if (item.Choices.Count > 0)
        {
            var list = string.Concat(item.Choices.Prepend((Code: "", Meaning: "")).Select(choice =>
                $"<option value=\"{choice.Code}\"{(choice.Code == value ? " selected" : "")}>{Text(choice.Meaning)}</option>"));
            return $"<select {common}>{list}</select>";
        }

        var era = item.Kind == ItemKind.Date && options.Shows(CoreVariants.JapaneseEra);
        var hint = item.Kind != ItemKind.Date ? "" : $" placeholder=\"{(era ? "昭和39年7月1日" : "1964-07-01")}\"";
        var kind = item.Kind == ItemKind.FullWidth ? "wide" : "narrow";
        return $"<input type=\"text\" class=\"{kind}\" autocomplete=\"off\" {common} value=\"{Text(era ? JapaneseEra.Show(value) : value)}\"{hint}>";
    }
}
