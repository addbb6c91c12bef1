namespace Conformance.Reference.Atena.Screens;

/// <summary>新規登録 and 引継登録.</summary>
internal sealed class RegistrationScreens(OperatorScreens frame, ItemForm form, AtenaRegister register)
{
    private static readonly IReadOnlyList<Item> New = [Items.Process, Items.Number, .. Items.Editable];
    private static readonly IReadOnlyList<Item> Inherited = [Items.Number with { Required = true }, .. Items.Editable];

    public void Map(IEndpointRouteBuilder routes)
    {
        frame.Get(routes, "/op/shinki", (_, session) => Task.FromResult(NewPage(session, "", [])));
        frame.Post(routes, "/op/shinki", async (http, session) =>
        {
            var values = await ReadAsync(http, session, New);
            return await register.RegisterAsync(values, http.RequestAborted) switch
            {
                Outcome<Receipt>.Refused refused => NewPage(session, Html.Alert(refused.Refusals), values),
                Outcome<Receipt>.Accepted accepted => OperatorScreens.Finish(session, "登録が完了しました。", accepted.Value),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
        frame.Get(routes, "/op/hikitsugi", (_, session) => Task.FromResult(InheritedPage(session, "", [])));
        frame.Post(routes, "/op/hikitsugi", async (http, session) =>
        {
            var values = await ReadAsync(http, session, Inherited);
            return register.Inherit(values) switch
            {
                Outcome<Receipt>.Refused refused => InheritedPage(session, Html.Alert(refused.Refusals), values),
                Outcome<Receipt>.Accepted accepted => OperatorScreens.Finish(session, "登録が完了しました。", accepted.Value),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        });
    }

    private async Task<Dictionary<string, string>> ReadAsync(HttpContext http, Session session, IReadOnlyList<Item> items)
    {
        var values = form.Read(await http.Request.ReadFormAsync(http.RequestAborted), items);
        foreach (var (name, value) in frame.Operation(session))
        {
            values[name] = value;
        }

        return values;
    }

    private IResult NewPage(Session session, string alert, Dictionary<string, string> values) =>
        FormPage("新規登録", "/op/shinki", New, session, alert, values);

    private IResult InheritedPage(Session session, string alert, Dictionary<string, string> values) =>
        FormPage("引継登録", "/op/hikitsugi", Inherited, session, alert, values);

    private IResult FormPage(string title, string action, IReadOnlyList<Item> items, Session session, string alert, Dictionary<string, string> values) =>
        Page.Of(
            title,
            alert + $"<form method=\"post\" action=\"{action}\">{form.Fields(items, values)}<div class=\"buttons\"><button>登録</button></div></form>",
            session);
}
