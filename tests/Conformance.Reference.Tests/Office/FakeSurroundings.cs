using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Reference.Tests.Office;

/// <summary>ぴったりサービス, 団体内統合宛名機能, the feeds of 住民記録, an object store and the authorisation server, in miniature.</summary>
internal sealed class FakeSurroundings : IAsyncDisposable
{
    private readonly WebApplication app;
    private int tokens;

    private FakeSurroundings(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public List<PortalEntry> Applications { get; } = [];

    /// <summary>宛名番号 to the registered account.</summary>
    public ConcurrentDictionary<string, JsonObject> Accounts { get; } = new(StringComparer.Ordinal);

    public List<JsonObject> AccountChanges { get; } = [];

    /// <summary>Entries of a feed, by its name.</summary>
    public Dictionary<string, List<JsonObject>> Feeds { get; } = new(StringComparer.Ordinal) { ["tenshutsushomei"] = [], ["shiensochi"] = [], ["ido"] = [] };

    public ConcurrentDictionary<string, byte[]> Objects { get; } = new(StringComparer.Ordinal);

    /// <summary>Bodies of what was asked or told, oldest first: method, path, body.</summary>
    public ConcurrentQueue<string> Journal { get; } = new();

    /// <summary>The session that is taken; another one is refused.</summary>
    public string Session { get; set; } = "s1";

    /// <summary>情報提供ネットワークシステム is down.</summary>
    public bool NetworkDown { get; set; }

    public ConcurrentQueue<string> TokenRequests { get; } = new();

    public static async Task<FakeSurroundings> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var fake = new FakeSurroundings(builder.Build());
        fake.app.Use(fake.WriteDownAsync);
        fake.app.MapPost("/oauth/token", fake.Token);
        fake.app.MapPost("/pittari/v1/login", () => Json($$"""{"session":"{{fake.Session}}","expires":"2030-01-01T00:00:00+09:00"}"""));
        fake.app.MapGet("/pittari/v1/applications", fake.List);
        fake.app.MapPost("/pittari/v1/applications/{number}/take", fake.Take);
        fake.app.MapGet("/pittari/v1/applications/{number}", (HttpContext context, string number) => fake.InSession(context, () =>
            fake.Named(number) is { } entry ? Json(entry.Raw ?? entry.Data.ToJsonString()) : Results.NotFound()));
        fake.app.MapGet("/pittari/v1/applications/{number}/attachments/{id}", (HttpContext context, string number, string id) => fake.InSession(context, () =>
            Results.Bytes(fake.Named(number)!.Papers[id], "application/pdf")));
        fake.app.MapPut("/pittari/v1/applications/{number}/status", (HttpContext context, string number) => fake.InSession(context, () => Json("{}")));
        fake.app.MapPost("/dantainai/v1/koza-shokai", () => fake.NetworkDown
            ? Results.StatusCode(503)
            : Results.Text($$"""{"shokaibango":"I{{fake.Journal.Count(line => line.StartsWith("POST /dantainai", StringComparison.Ordinal))}}"}""", "application/json", Encoding.UTF8, 202));
        fake.app.MapGet("/dantainai/v1/koza-shokai/{number}", fake.Answer);
        fake.app.MapGet("/dantainai/v1/koza-henko", (string? since) => Json(Feed("henko", fake.AccountChanges, since)));
        fake.app.MapGet("/jumin/v1/{feed}", (string feed, string? since) => Json(Feed(
            feed switch { "tenshutsushomei" => "joho", "shiensochi" => "sabun", _ => "ido" }, fake.Feeds[feed], since)));
        fake.app.MapPut("/renkei/{**key}", async (HttpContext context, string key) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            fake.Objects[key] = body.ToArray();
            return Results.Ok();
        });
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>Lines of the journal that begin so.</summary>
    public IReadOnlyList<string> Asked(string beginning) => [.. Journal.Where(line => line.StartsWith(beginning, StringComparison.Ordinal))];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task WriteDownAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.EnableBuffering();
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        context.Request.Body.Position = 0;
        if (context.Request.Path == "/oauth/token")
        {
            TokenRequests.Enqueue($"{context.Request.Headers.Authorization} {body}");
        }
        else if (context.Request.Method != "GET" && context.Request.Path != "/pittari/v1/login")
        {
            Journal.Enqueue($"{context.Request.Method} {context.Request.Path} {body}");
        }

        await next(context);
    }

    private IResult Token() => Json($$"""{"access_token":"t{{Interlocked.Increment(ref tokens)}}","token_type":"Bearer","expires_in":3600}""");

    private IResult List(HttpContext context, int page, int size) => InSession(context, () => Json(new JsonObject
    {
        ["total"] = Applications.Count,
        ["page"] = page,
        ["pages"] = Math.Max(1, (Applications.Count + size - 1) / size),
        ["applications"] = new JsonArray([.. Applications.Skip((page - 1) * size).Take(size).Select(entry => (JsonNode)new JsonObject
        {
            ["uketsukebango"] = entry.Number,
            ["tetsuzuki"] = entry.Procedure,
            ["shinseinichiji"] = "2026-04-01T09:00:00+09:00",
            ["jotai"] = entry.State,
        })]),
    }.ToJsonString()));

    private IResult Take(HttpContext context, string number) => InSession(context, () =>
    {
        var entry = Named(number);
        if (entry is null or { State: "torisage" })
        {
            return Results.StatusCode(entry is null ? 404 : 409);
        }

        entry.State = "shutokuzumi";
        return Json($$"""{"uketsukebango":"{{number}}","shutokunichiji":"2026-04-01T09:00:00+09:00"}""");
    });

    private IResult Answer(string number)
    {
        var asked = Asked("POST /dantainai")[int.Parse(number[1..], System.Globalization.CultureInfo.InvariantCulture) - 1];
        var person = JsonNode.Parse(asked[(asked.IndexOf('{', StringComparison.Ordinal))..])!["atenabango"]!.ToString();
        var account = Accounts.GetValueOrDefault(person);
        return Json(new JsonObject
        {
            ["shokaibango"] = number,
            ["jotai"] = "kanryo",
            ["torokuumu"] = account is null ? "0" : "1",
            ["koza"] = account?.DeepClone(),
            ["koshinnichiji"] = "2026-04-01T09:00:00+09:00",
        }.ToJsonString());
    }

    private PortalEntry? Named(string number) => Applications.Find(entry => entry.Number == number);

    private IResult InSession(HttpContext context, Func<IResult> answer) => context.Request.Headers["X-Session"] == Session ? answer() : Results.StatusCode(401);

    private static string Feed(string member, List<JsonObject> entries, string? since) => new JsonObject
    {
        ["cursor"] = $"{entries.Count}",
        [member] = new JsonArray([.. entries.Skip(since is null ? 0 : int.Parse(since, System.Globalization.CultureInfo.InvariantCulture)).Select(entry => entry.DeepClone())]),
    }.ToJsonString();

    private static IResult Json(string body) => Results.Text(body, "application/json", Encoding.UTF8);
}
