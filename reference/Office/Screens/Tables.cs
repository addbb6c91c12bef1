using System.Text;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office.Screens;

/// <summary>Tables of what was found or done.</summary>
internal sealed class Tables(Glossary glossary, Form form)
{
    private const int MostColumns = 8;

    /// <summary>A list with headings above; every row of an inquiry leads to the whole record.</summary>
    public string List(Operation operation, Row entered, IReadOnlyList<Row> rows, string list)
    {
        var columns = operation.Columns.Count > 0 ? operation.Columns : [.. rows[0].Select(item => item.Key).Take(MostColumns)];
        var query = string.Concat(entered.Where(item => item.Value.Length > 0).Select(item => $"&amp;{item.Key}={Uri.EscapeDataString(item.Value)}"));
        var html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"一覧（横に動かせます）\"><table><caption>一覧</caption><thead><tr>");
        html.AppendJoin("", columns.Select(column => $"<th scope=\"col\">{Frame.Text(glossary.Label(column))}</th>")).Append("<th scope=\"col\">操作</th></tr></thead><tbody>");
        for (var at = 0; at < rows.Count; at++)
        {
            html.Append("<tr>").AppendJoin("", columns.Select(column => $"<td>{Cell(column, rows[at][column])}</td>"))
                .Append("<td>").Append(operation.IsList ? "" : $"<a href=\"/{operation.Path}/shosai?gyo={at}&amp;ichiran={list}{query}\">詳細</a>").Append(Document(rows[at])).Append("</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>One record, heading beside value.</summary>
    public string Record(string caption, Row row) => $"""
        <table><caption>{Frame.Text(caption)}</caption><tbody>{string.Concat(row.Select(item =>
            $"<tr><th scope=\"row\">{Frame.Text(glossary.Label(item.Key))}</th><td>{Cell(item.Key, item.Value)}</td></tr>"))}</tbody></table>{Document(row)}
        """;

    private string Cell(string item, string value) => Frame.Text(glossary.Find(item) is { } field ? form.Shown(field, value) : value);

    private static string Document(Row row) => row.Filled("chohyobango") ? $" <a href=\"/chohyo/{Frame.Text(row["chohyobango"])}\">PDF</a>"
        : row.Filled("tempuid") ? $" <a href=\"/tempu/{Frame.Text(row["seikyubango"])}/{Frame.Text(row["tempuid"])}\">開く</a>"
        : row.Filled("shutsuryokufile") ? $"<a href=\"/data-shutsuryoku/{Frame.Text(row["shutsuryokufile"])}\">取得</a>"
        : "";
}
