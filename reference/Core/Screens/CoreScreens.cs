using System.Text;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Screens;

/// <summary>Routes of the screens. Who is not logged in is led to the login screen.</summary>
internal sealed class CoreScreens(IReadOnlyList<IScreen> screens, StaffSessions sessions, CoreOptions options)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var screen in screens)
        {
            routes.MapGet(screen.Path, (HttpContext context) => Show(context, screen));
            routes.MapPost(screen.Path, Answering.With(context => SubmitAsync(context, screen)));
        }

        routes.MapGet("/", (HttpContext context) => sessions.Operator(context.Request) is { } operatorId
            ? Html(new Page("メニュー", "<p>業務を選んでください。</p>") { Operator = operatorId, Menu = screens })
            : ToLogin(context));
        routes.MapGet("/login", () => Html(Login([])));
        routes.MapPost("/login", Answering.With(LogInAsync));
        routes.MapPost("/logout", (HttpContext context) =>
        {
            sessions.Close(context.Request, context.Response);
            return ToLogin(context);
        });
    }

    private IResult Show(HttpContext context, IScreen screen) => sessions.Operator(context.Request) is { } operatorId
        ? Html(new Page(screen.Title, screen.Form(Entered.Nothing)) { Operator = operatorId, Menu = screens })
        : ToLogin(context);

    private async Task<IResult> SubmitAsync(HttpContext context, IScreen screen)
    {
        if (sessions.Operator(context.Request) is not { } operatorId || !context.Request.HasFormContentType)
        {
            return ToLogin(context);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var entered = Entered.Read(form, options.Shows(CoreVariants.JapaneseEra));
        try
        {
            var answer = await screen.SubmitAsync(entered, operatorId, context.RequestAborted);
            return Html(new Page(screen.Title, answer.Body) { Operator = operatorId, Menu = screens, Status = answer.Status });
        }
        catch (RefusedWorkException refused)
        {
            return Html(new Page(screen.Title, screen.Form(entered)) { Operator = operatorId, Menu = screens, Errors = refused.Errors });
        }
    }

    private async Task<IResult> LogInAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return ToLogin(context);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return sessions.Open(context.Response, form["sosashaid"].ToString(), form["password"].ToString())
            ? SeeOther(context, "/")
            : Html(Login([new WorkError("K0005", "操作者ID又はパスワードが違います。")]));
    }

    private static Page Login(IReadOnlyList<WorkError> errors) => new("ログイン", """
        <form method="post" action="/login">
        <div class="field"><label for="sosashaid">操作者ID</label><input type="text" class="narrow" id="sosashaid" name="sosashaid" autocomplete="username"></div>
        <div class="field"><label for="password">パスワード</label><input type="password" class="narrow" id="password" name="password" autocomplete="current-password"></div>
        <p class="actions"><button type="submit">ログイン</button></p>
        </form>
        """)
    {
        Errors = errors,
    };

    private static IResult ToLogin(HttpContext context) => SeeOther(context, "/login");

    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Html(Page page) => Results.Text(page.Html(), "text/html; charset=utf-8", Encoding.UTF8);
}
