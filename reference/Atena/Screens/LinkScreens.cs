namespace Conformance.Reference.Atena.Screens;

/// <summary>名寄せ, its undoing, and what is linked.</summary>
internal sealed class LinkScreens(OperatorScreens frame, ItemForm form, AtenaRegister register, AtenaInquiries inquiries)
{
    private const string From = "名寄せ元宛名番号";

    // 市区町村コード of the municipality that runs this installation; a notice has to name one.
    private const string Home = "131016";

    public void Map(IEndpointRouteBuilder routes)
    {
        frame.Get(routes, "/op/nayose", (_, session) => Task.FromResult(LinkPage(session, "", "", "")));
        frame.Post(routes, "/op/nayose", LinkAsync);
        frame.Get(routes, "/op/nayoseshokai/{number}", (http, session) => Task.FromResult(LinksPage(http, session)));
    }

    private async Task<IResult> LinkAsync(HttpContext http, Session session)
    {
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var (from, to) = (posted["nayosemoto"].ToString(), posted["nayosesaki"].ToString());
        var notice = frame.Operation(session);
        notice[Items.Municipality.Name] = Home;
        notice[Items.Number.Name] = from;
        notice[Items.LinkedTo.Name] = to;
        var undo = posted["shori"] == "kaijo";
        return (undo ? register.Unlink(notice) : register.Link(notice)) switch
        {
            Outcome<Receipt>.Accepted accepted =>
                OperatorScreens.Finish(session, undo ? "名寄せ解除が完了しました。" : "名寄せが完了しました。", accepted.Value),
            Outcome<Receipt>.Refused refused => LinkPage(session, Html.Alert(refused.Refusals), from, to),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IResult LinkPage(Session session, string alert, string from, string to) => Page.Of(
        "名寄せ",
        alert + "<form method=\"post\" action=\"/op/nayose\"><div class=\"fields\">"
            + Html.Input("nayosemoto", From, from) + Html.Input("nayosesaki", Items.LinkedTo.Label, to)
            + "</div><div class=\"buttons\"><button name=\"shori\" value=\"nayose\">名寄せ</button>"
            + "<button class=\"plain\" name=\"shori\" value=\"kaijo\">名寄せ解除</button></div></form>",
        session);

    private IResult LinksPage(HttpContext http, Session session)
    {
        var number = http.Request.RouteValues["number"]?.ToString() ?? "";
        if (inquiries.Links(number) is Outcome<IReadOnlyList<Row>>.Refused refused)
        {
            return Page.Of("名寄せ照会", Html.Alert(refused.Refusals), session);
        }

        Item[] shown = [Items.Number, Items.LinkedTo, Items.LinkedFlag];
        var rows = inquiries.Links(number) is Outcome<IReadOnlyList<Row>>.Accepted links ? links.Value : [];
        var events = inquiries.LinkHistory(number) is Outcome<IReadOnlyList<LinkEvent>>.Accepted history ? history.Value : [];
        return Page.Of(
            "名寄せ照会",
            Html.Table("名寄せ状況", shown.Select(item => item.Label), rows.Select(row => shown.Select(item => Html.Text(row[item]))))
                + Html.Table(
                    "名寄せ履歴",
                    ["履歴区分", Items.Number.Label, Items.LinkedTo.Label, .. Items.Operation.Select(item => item.Label)],
                    events.Select(link => (IEnumerable<string>)
                    [
                        HistoryScreens.Kind(link.Kind), Html.Text(link.From), Html.Text(link.To),
                        .. Items.Operation.Select(item => Html.Text(form.Shown(item, link.Operation.GetValueOrDefault(item.Name, "")))),
                    ])),
            session);
    }
}
