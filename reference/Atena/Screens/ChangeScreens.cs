namespace Conformance.Reference.Atena.Screens;

/// <summary>変更 and 削除. Opening either takes the person for this operator (排他制御) until it ends or lapses.</summary>
internal sealed class ChangeScreens(OperatorScreens frame, ItemForm form, AtenaRegister register)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        frame.Get(routes, "/op/henko/{number}", (http, session) =>
            Task.FromResult(Edit("変更", Number(http), session, row => ChangePage(Number(http), session, "", row.Items))));
        frame.Post(routes, "/op/henko/{number}", ChangeAsync);
        frame.Get(routes, "/op/sakujo/{number}", (http, session) =>
            Task.FromResult(Edit("削除", Number(http), session, row => DeletePage(Number(http), session, "", row))));
        frame.Post(routes, "/op/sakujo/{number}", DeleteAsync);
    }

    private async Task<IResult> ChangeAsync(HttpContext http, Session session)
    {
        var number = Number(http);
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        if (posted["shori"] == "yameru")
        {
            return Leave(number, session);
        }

        return Edit("変更", number, session, row =>
        {
            var typed = form.Read(posted, Items.Editable);
            var notice = typed.Where(pair => pair.Value != row.Items.GetValueOrDefault(pair.Key, "") || pair.Key == Items.Municipality.Name)
                .ToDictionary(StringComparer.Ordinal);
            switch (register.Change(Complete(notice, number, session)))
            {
                case Outcome<Receipt>.Accepted accepted:
                    register.EndEdit(number, session.OperatorId);
                    return OperatorScreens.Finish(session, "登録が完了しました。", accepted.Value);
                case Outcome<Receipt>.Refused refused:
                    return ChangePage(number, session, Html.Alert(refused.Refusals), typed);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        });
    }

    private async Task<IResult> DeleteAsync(HttpContext http, Session session)
    {
        var number = Number(http);
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        if (posted["shori"] == "yameru")
        {
            return Leave(number, session);
        }

        return Edit("削除", number, session, row =>
        {
            var notice = new Dictionary<string, string>(StringComparer.Ordinal) { [Items.Municipality.Name] = row[Items.Municipality] };
            switch (register.Delete(Complete(notice, number, session)))
            {
                case Outcome<Receipt>.Accepted accepted:
                    register.EndEdit(number, session.OperatorId);
                    return OperatorScreens.Finish(session, "削除が完了しました。", accepted.Value);
                case Outcome<Receipt>.Refused refused:
                    return DeletePage(number, session, Html.Alert(refused.Refusals), row);
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        });
    }

    // Takes the person and goes on, or says who is in the way, without a form.
    private IResult Edit(string title, string number, Session session, Func<Row, IResult> then) => register.BeginEdit(number, session.OperatorId) switch
    {
        Outcome<Row>.Accepted accepted => then(accepted.Value),
        Outcome<Row>.Refused refused => Page.Of(title, Html.Alert(refused.Refusals), session),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private SeeOther Leave(string number, Session session)
    {
        register.EndEdit(number, session.OperatorId);
        return new SeeOther("/op/kensaku");
    }

    private Dictionary<string, string> Complete(Dictionary<string, string> notice, string number, Session session)
    {
        notice[Items.Number.Name] = number;
        foreach (var (name, value) in frame.Operation(session))
        {
            notice[name] = value;
        }

        return notice;
    }

    private IResult ChangePage(string number, Session session, string alert, IReadOnlyDictionary<string, string> values) => Page.Of(
        "変更",
        alert + Html.Pairs("対象者", [(Items.Number.Label, number)])
            + $"<form method=\"post\" action=\"/op/henko/{Uri.EscapeDataString(number)}\">{form.Fields(Items.Editable, values)}"
            + Buttons("登録") + "</form>",
        session);

    private static IResult DeletePage(string number, Session session, string alert, Row row) => Page.Of(
        "削除",
        alert + Html.Pairs("対象者", [(Items.Number.Label, number), (Items.Name.Label, row[Items.Name])])
            + "<p>この住登外者を削除します。よろしいですか。</p>"
            + $"<form method=\"post\" action=\"/op/sakujo/{Uri.EscapeDataString(number)}\">{Buttons("削除する")}</form>",
        session);

    private static string Buttons(string act) =>
        $"<div class=\"buttons\"><button name=\"shori\" value=\"toroku\">{act}</button><button class=\"plain\" name=\"shori\" value=\"yameru\">やめる</button></div>";

    private static string Number(HttpContext http) => http.Request.RouteValues["number"]?.ToString() ?? "";
}
