using System.Globalization;
using System.Text;
using Conformance.Reference.Core;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Office.Screens;

/// <summary>A screen for each operation. Who is not logged in is led to the login screen.</summary>
internal sealed class OfficeScreens(Desk desk, Counter counter, IReadOnlyList<Operation> operations, Frame frame, StaffSessions sessions)
{
    private readonly Form form = new(desk.Behaviour);
    private readonly ListedRows listed = new();

    private Tables Tables => new(desk.Glossary, form);

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var operation in operations.Where(operation => operation.OnScreen))
        {
            routes.MapGet($"/{operation.Path}", (HttpContext context) => WithOperator(context, operatorId =>
                May(operation, operatorId) ? Show(operation, operatorId, operation.Filled?.Invoke() ?? new Row(), [], 200) : Refuse(operation, operatorId)));
            routes.MapPost($"/{operation.Path}", Answering.With(context => SubmitAsync(context, operation)));
            if (operation.Inquiry)
            {
                routes.MapGet($"/{operation.Path}/shosai", Answering.With(context => DetailAsync(context, operation)));
            }
        }

        routes.MapGet("/", (HttpContext context) => WithOperator(context, operatorId => Html(Page("メニュー", operatorId, null, [], "<p>業務を選んでください。</p>"))));
        routes.MapGet("/chohyo/{number}", (HttpContext context, string number) => WithOperator(context, _ =>
            desk.Issued.Pdf(number) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound()));
        routes.MapGet("/login", () => Login([]));
        routes.MapPost("/login", Answering.With(LogInAsync));
        routes.MapPost("/logout", (HttpContext context) =>
        {
            sessions.Close(context.Request, context.Response);
            return SeeOther(context, "/login");
        });
    }

    /// <summary>The result for who is logged in; everybody else is led to the login.</summary>
    public IResult WithOperator(HttpContext context, Func<string, IResult> result) =>
        sessions.Operator(context.Request) is { } operatorId ? result(operatorId) : SeeOther(context, "/login");

    private async Task<IResult> SubmitAsync(HttpContext context, Operation operation)
    {
        if (sessions.Operator(context.Request) is not { } operatorId || !context.Request.HasFormContentType)
        {
            return SeeOther(context, "/login");
        }

        var entered = form.Read(operation, await context.Request.ReadFormAsync(context.RequestAborted));
        try
        {
            var answer = await counter.PerformAsync(operation, new Entry(entered, operatorId, Screen: true), context.RequestAborted);
            var body = answer.Rows.Count == 0 ? "" : operation.Inquiry || operation.IsList ? Tables.List(operation, entered, answer.Rows, listed.Keep(answer.Rows))
                : string.Concat(answer.Rows.Select(row => Tables.Record("結果", row)));
            var again = operation.Filled?.Invoke() ?? (operation.Inquiry ? entered : new Row());
            return Html(Page(operation.Title, operatorId, answer.Message, [], body + form.Html(operation, again)));
        }
        catch (WorkRefusedException refused)
        {
            return refused.Status == StatusCodes.Status403Forbidden ? Refuse(operation, operatorId)
                : Show(operation, operatorId, entered, refused.Errors, refused.Status == StatusCodes.Status400BadRequest ? 200 : refused.Status);
        }
    }

    private async Task<IResult> DetailAsync(HttpContext context, Operation operation)
    {
        if (sessions.Operator(context.Request) is not { } operatorId)
        {
            return SeeOther(context, "/login");
        }

        var asked = new Row();
        foreach (var field in operation.Fields)
        {
            asked[field.Name] = context.Request.Query[field.Name].ToString();
        }

        try
        {
            if (!int.TryParse(context.Request.Query["gyo"], NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            {
                return Results.NotFound();
            }

            if (May(operation, operatorId) && listed.Find(context.Request.Query["ichiran"].ToString(), at) is { } shown)
            {
                return Html(Page(operation.Title, operatorId, null, [], Tables.Record("詳細", shown)));
            }

            var answer = await counter.PerformAsync(operation, new Entry(asked, operatorId, Screen: true), context.RequestAborted);
            return at < answer.Rows.Count
                ? Html(Page(operation.Title, operatorId, null, [], Tables.Record("詳細", answer.Rows[at])))
                : Results.NotFound();
        }
        catch (WorkRefusedException refused)
        {
            return Show(operation, operatorId, asked, refused.Errors, 200);
        }
    }

    private bool May(Operation operation, string operatorId) => counter.May(operation, new Entry(new Row(), operatorId, Screen: true));

    private IResult Show(Operation operation, string operatorId, Row entered, IReadOnlyList<WorkError> errors, int status) =>
        Html(Page(operation.Title, operatorId, null, errors, form.Html(operation, entered)), status);

    private IResult Refuse(Operation operation, string operatorId) => Html(
        Page(operation.Title, operatorId, null, [new WorkError("E0403", "この操作の権限がありません。")], ""), StatusCodes.Status403Forbidden);

    private string Page(string title, string operatorId, string? message, IReadOnlyList<WorkError> errors, string body) =>
        frame.Page(title, operatorId, operations.Where(operation => operation.OnScreen && May(operation, operatorId)), message, errors, body);

    private async Task<IResult> LogInAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return SeeOther(context, "/login");
        }

        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        return sessions.Open(context.Response, sent["sosashaid"].ToString(), sent["password"].ToString())
            ? SeeOther(context, "/")
            : Login([new WorkError("E0401", "操作者ID又はパスワードが違います。")]);
    }

    private IResult Login(IReadOnlyList<WorkError> errors) => Html(frame.Page("ログイン", null, [], null, errors, """
        <form method="post" action="/login"><fieldset><legend>ログイン</legend>
        <div class="field"><label for="sosashaid">操作者ID</label><input type="text" id="sosashaid" name="sosashaid" autocomplete="username"></div>
        <div class="field"><label for="password">パスワード</label><input type="password" id="password" name="password" autocomplete="current-password"></div>
        </fieldset><p class="actions"><button type="submit">ログイン</button></p></form>
        """));

    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Html(string page, int status = 200) => Results.Text(page, "text/html; charset=utf-8", Encoding.UTF8, status);
}
