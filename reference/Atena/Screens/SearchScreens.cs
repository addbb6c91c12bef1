using System.Globalization;

namespace Conformance.Reference.Atena.Screens;

/// <summary>検索 and the record of one person.</summary>
internal sealed class SearchScreens(OperatorScreens frame, ItemForm form, AtenaInquiries inquiries)
{
    private static readonly IReadOnlyList<Item> Asked =
    [
        .. Items.Stored.Where(item => item == Items.Number || item == Items.Name || item == Items.NameKana || item == Items.Sex
            || item == Items.BirthDate || item.Name.StartsWith("jusho_", StringComparison.Ordinal)),
    ];

    private static readonly IReadOnlyList<Item> Listed = [.. Asked.Where(item => item.Type != ItemType.HalfWidth || item == Items.Number || item == Items.Sex), Items.Business];

    public void Map(IEndpointRouteBuilder routes)
    {
        frame.Get(routes, "/op/kensaku", (_, session) => Task.FromResult(SearchPage(session, [], "", false, "")));
        frame.Post(routes, "/op/kensaku", SearchAsync);
        frame.Get(routes, "/op/shosai/{number}", (http, session) => Task.FromResult(DetailPage(http, session)));
    }

    private async Task<IResult> SearchAsync(HttpContext http, Session session)
    {
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var values = form.Read(posted, Asked);
        var business = posted[Items.Business.Name].ToString();
        var partial = posted["itchi"] == "bubun";
        var conditions = Asked.Where(item => values.GetValueOrDefault(item.Name, "").Length > 0)
            .Select(item => new Condition(item, values[item.Name], partial)).ToList();
        if (conditions.Count == 0)
        {
            return SearchPage(session, values, business, partial, Html.Alert([Refusal.Missing("検索条件")]));
        }

        var found = inquiries.Inquire(business, conditions) switch
        {
            Outcome<IReadOnlyList<Row>>.Refused refused => Html.Alert(refused.Refusals),
            Outcome<IReadOnlyList<Row>>.Accepted accepted => Results(accepted.Value, business),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return SearchPage(session, values, business, partial, found);
    }

    private IResult SearchPage(Session session, Dictionary<string, string> values, string business, bool partial, string found) => Page.Of(
        "検索",
        "<form method=\"post\" action=\"/op/kensaku\"><fieldset><legend>検索条件</legend><div class=\"fields\">"
            + string.Concat(Asked.Select(item => form.Field(item, values.GetValueOrDefault(item.Name, ""))))
            + form.Field(Items.Business, business)
            + "<div class=\"field\"><label for=\"itchi\">一致条件</label><select id=\"itchi\" name=\"itchi\">"
            + $"<option value=\"kanzen\">完全一致</option><option value=\"bubun\"{(partial ? " selected" : "")}>部分一致</option></select></div>"
            + $"</div></fieldset><div class=\"buttons\"><button>検索</button></div></form>{found}",
        session);

    private string Results(IReadOnlyList<Row> rows, string business) =>
        Html.Status(rows.Count == 0 ? "該当する住登外者はいません。" : $"{rows.Count}件見つかりました。")
        + Html.Table(
            "検索結果",
            ["詳細", .. Listed.Select(item => item.Label), "履歴番号"],
            rows.Select(row => (IEnumerable<string>)
            [
                $"<a href=\"/op/shosai/{Uri.EscapeDataString(row[Items.Number])}?gyomuid={Uri.EscapeDataString(business)}\">詳細</a>",
                .. Listed.Select(item => Html.Text(form.Shown(item, row[item]))),
                row.HistoryNumber.ToString(CultureInfo.InvariantCulture),
            ]));

    private IResult DetailPage(HttpContext http, Session session)
    {
        var number = http.Request.RouteValues["number"]?.ToString() ?? "";
        return inquiries.Show(number, http.Request.Query[Items.Business.Name].ToString()) switch
        {
            Outcome<Row>.Refused refused => Page.Of("詳細", Html.Alert(refused.Refusals), session),
            Outcome<Row>.Accepted accepted => RecordPage(number, accepted.Value, session),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private IResult RecordPage(string number, Row row, Session session)
    {
        var address = Uri.EscapeDataString(number);
        return Page.Of(
            "詳細",
            $"""
            <ul class="links">
            <li><a href="/op/henko/{address}">変更</a></li>
            <li><a href="/op/sakujo/{address}">削除</a></li>
            <li><a href="/op/rireki?atenabango={address}">履歴</a></li>
            <li><a href="/op/nayoseshokai/{address}">名寄せ照会</a></li>
            </ul>
            """ + Html.Pairs("住登外者宛名基本情報",
            [
                .. Items.Stored.Select(item => (item.Label, form.Shown(item, row[item]))),
                ("履歴番号", row.HistoryNumber.ToString(CultureInfo.InvariantCulture)),
            ]),
            session);
    }
}
