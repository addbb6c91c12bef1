using System.Globalization;

namespace Conformance.Reference.Atena.Screens;

/// <summary>Login, menu, and the frame of every other screen: who is asking, and what the system fills in.</summary>
internal sealed class OperatorScreens(Sessions sessions, TimeProvider clock)
{
    /// <summary>A screen of somebody who is logged in.</summary>
    public delegate Task<IResult> Screen(HttpContext http, Session session);

    /// <summary>Adds login, logout, menu and the page of results.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => new SeeOther("/op/jutogaisha"));
        routes.MapGet("/op", () => new SeeOther("/op/jutogaisha"));
        routes.MapGet("/op/style.css", () => Results.Text(Page.Style, "text/css;charset=UTF-8"));
        routes.MapGet("/op/login", () => LoginPage(""));
        routes.MapPost("/op/login", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return sessions.LogIn(http, form["sosashaid"].ToString(), form["password"].ToString())
                ? new SeeOther("/op/jutogaisha")
                : LoginPage("<div role=\"alert\" class=\"alert\"><p>操作者IDまたはパスワードが違います。</p></div>");
        });
        routes.MapPost("/op/logout", (HttpContext http) =>
        {
            sessions.LogOut(http);
            return new SeeOther("/op/login");
        });
        Get(routes, "/op/jutogaisha", (_, session) => Task.FromResult(Page.Of("住登外者", "<p>処理を選んでください。</p>", session)));
        Get(routes, "/op/kekka", (_, session) => Task.FromResult(ResultPage(session)));
    }

    /// <summary>Adds a screen that is read.</summary>
    public void Get(IEndpointRouteBuilder routes, string path, Screen screen) =>
        routes.MapGet(path, async (HttpContext http) => await (await ShowAsync(http, screen)).ExecuteAsync(http));

    /// <summary>Adds a screen that takes a form.</summary>
    public void Post(IEndpointRouteBuilder routes, string path, Screen screen) =>
        routes.MapPost(path, async (HttpContext http) => await (await ShowAsync(http, screen)).ExecuteAsync(http));

    /// <summary>Shows the receipt of a write on a page of its own.</summary>
    public static IResult Finish(Session session, string message, Receipt receipt)
    {
        session.Result = (message, receipt);
        return new SeeOther("/op/kekka");
    }

    /// <summary>操作者ID, 操作年月日 and 操作時刻 of now, in Japan.</summary>
    public Dictionary<string, string> Operation(Session session)
    {
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        return new(StringComparer.Ordinal)
        {
            [Items.Operator.Name] = session.OperatorId,
            [Items.OperationDate.Name] = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [Items.OperationTime.Name] = now.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        };
    }

    private async Task<IResult> ShowAsync(HttpContext http, Screen screen) =>
        sessions.Of(http) is { } session ? await screen(http, session) : new SeeOther("/op/login");

    private static IResult ResultPage(Session session) => session.Result is not { } result
        ? new SeeOther("/op/jutogaisha")
        : Page.Of(
            "処理結果",
            Html.Status(result.Message, Html.Pairs("登録結果",
            [
                (Items.Number.Label, result.Receipt.Number),
                ("履歴番号", result.Receipt.HistoryNumber.ToString(CultureInfo.InvariantCulture)),
            ])) + $"<ul class=\"links\"><li><a href=\"/op/rireki?atenabango={Uri.EscapeDataString(result.Receipt.Number)}\">履歴</a></li></ul>",
            session);

    private static IResult LoginPage(string alert) => Page.Of(
        "ログイン",
        alert + "<form method=\"post\" action=\"/op/login\"><div class=\"fields\">"
            + Html.Input("sosashaid", Items.Operator.Label) + Html.Input("password", "パスワード", type: "password")
            + "</div><div class=\"buttons\"><button>ログイン</button></div></form>",
        null);
}
