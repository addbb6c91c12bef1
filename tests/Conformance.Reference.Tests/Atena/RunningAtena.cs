using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Atena;
using Microsoft.AspNetCore.Builder;

namespace Conformance.Reference.Tests.Atena;

/// <summary>The application on a real port, with a client of its interface.</summary>
internal sealed class RunningAtena : IAsyncDisposable
{
    public const string Token = "valid-token";

    private readonly WebApplication app;
    private readonly HttpClient client;

    private RunningAtena(WebApplication app, StillClock clock)
    {
        this.app = app;
        Clock = clock;
        Address = LoopbackHost.Address(app);
        client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public StillClock Clock { get; }

    public static async Task<RunningAtena> StartAsync(
        string? fault = null, string? variant = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var clock = new StillClock();
        var app = AtenaApp.Build(new LaunchOptions
        {
            Faults = fault is null ? new HashSet<string>() : new HashSet<string> { fault },
            Variants = variant is null ? new HashSet<string>() : new HashSet<string> { variant },
            Tokens = [Token],
            Settings = settings ?? new Dictionary<string, string>(),
            Clock = clock,
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningAtena(app, clock);
    }

    public async Task<Reply> CallAsync(string path, JsonObject body, string? token = Token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (token is not null)
        {
            request.Headers.Add("Authorization", "Bearer " + token);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(
            response.StatusCode,
            response.Content.Headers.NonValidated["Content-Type"].ToString(),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<string> GetAsync(string path) => client.GetStringAsync(path, TestContext.Current.CancellationToken);

    public Task<Reply> RegisterAsync(JsonObject body) => CallAsync(Interface.Numbering.Path, body);

    public async Task<string> NumberAsync(JsonObject body) => (await RegisterAsync(body)).Result[0]!["atenabango"]!.GetValue<string>();

    public Task<Reply> NoticeAsync(string kind, string number, params (string Name, string Value)[] items) =>
        CallAsync(Interface.Notice.Path, Some.Notice(kind, number, items));

    public Task<Reply> InquireAsync(params (string Item, string Value, string Match)[] conditions) => InquireForAsync("001", conditions);

    public Task<Reply> InquireForAsync(string business, params (string Item, string Value, string Match)[] conditions) =>
        CallAsync(Interface.Inquiry.Path, new JsonObject
        {
            ["gyomuid"] = business,
            ["joken"] = new JsonArray([.. conditions.Select(condition => new JsonObject
            {
                ["komoku"] = condition.Item, ["chi"] = condition.Value, ["itchi"] = condition.Match,
            })]),
        });

    public Task<Reply> AskAsync(Interface asked, string number, string operatorId = "") =>
        CallAsync(asked.Path, new JsonObject { ["atenabango"] = number, ["sosashaid"] = operatorId });

    public async Task<OperatorBrowser> LogInAsync(string operatorId = "op1")
    {
        var browser = new OperatorBrowser(Address);
        await browser.PostAsync("/op/login", ("sosashaid", operatorId), ("password", "pass"));
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}

/// <summary>One answer of the interface.</summary>
internal sealed record Reply(HttpStatusCode Status, string Type, string Text)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public JsonArray Result => Body["result"]!.AsArray();

    public IEnumerable<string> Codes => Body["errors"]!.AsArray().Select(error => error!["code"]!.GetValue<string>());

    public IEnumerable<string?> All(string item) => Result.Select(line => line![item]?.ToString());
}
