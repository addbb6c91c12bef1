using System.Globalization;

namespace Conformance.Reference.Atena.Screens;

/// <summary>履歴.</summary>
internal sealed class HistoryScreens(OperatorScreens frame, ItemForm form, AtenaInquiries inquiries)
{
    /// <summary>履歴区分 as staff read it.</summary>
    public static string Kind(string kind) => kind switch
    {
        "toroku" => "登録",
        "henko" => "変更",
        "sakujo" => "削除",
        "nayose" => "名寄せ",
        _ => "名寄せ解除",
    };

    public void Map(IEndpointRouteBuilder routes) => frame.Get(routes, "/op/rireki", (http, session) =>
    {
        var number = http.Request.Query[Items.Number.Name].ToString();
        var found = !http.Request.Query.ContainsKey(Items.Number.Name) ? "" : inquiries.History(number) switch
        {
            Outcome<IReadOnlyList<Row>>.Refused refused => Html.Alert(refused.Refusals),
            Outcome<IReadOnlyList<Row>>.Accepted accepted => Table(accepted.Value),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Task.FromResult(Page.Of(
            "履歴照会",
            $"<form method=\"get\" action=\"/op/rireki\"><div class=\"fields\">{form.Field(Items.Number, number)}</div>"
                + $"<div class=\"buttons\"><button>照会</button></div></form>{found}",
            session));
    });

    private string Table(IReadOnlyList<Row> rows) => Html.Table(
        "更新履歴",
        ["履歴番号", "履歴区分", .. Items.Stored.Select(item => item.Label)],
        rows.Select(row => (IEnumerable<string>)
        [
            row.HistoryNumber.ToString(CultureInfo.InvariantCulture),
            Kind(row.Kind),
            .. Items.Stored.Select(item => Html.Text(form.Shown(item, row[item]))),
        ]));
}
