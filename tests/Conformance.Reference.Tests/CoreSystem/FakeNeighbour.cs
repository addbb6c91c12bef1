using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Reference.Tests.CoreSystem;

/// <summary>住登外者宛名番号管理機能 and the authorisation server in miniature: says yes, or what it is told to say, and writes down what it
/// was asked.</summary>
internal sealed class FakeNeighbour : IAsyncDisposable
{
    public const string Numbering = "/app_submit/v10/jutogaishaatenabangofuban";
    public const string Inquiry = "/app_submit/v10/jutogaishaatenakihonjohosyokai";
    public const string Reception = "/illustrative/jutogaishaatenakihonjohojushin";
    public const string Inheritance = "/illustrative/jutogaishaatenakihonjohohikitsugi";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> scopes = new(StringComparer.Ordinal);
    private int tokens;
    private int numbers;

    private FakeNeighbour(WebApplication app) => this.app = app;

    /// <summary>Calls that bore a valid token, oldest first.</summary>
    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Forms that asked for a token, with the Authorization header as member <c>authorization</c>.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> TokenRequests { get; } = new();

    /// <summary>What 照会 answers.</summary>
    public List<JsonObject> Candidates { get; } = [];

    /// <summary>Answers instead of the usual way where it gives an answer.</summary>
    public Func<Call, (int Status, string Body)?> Answer { get; set; } = _ => null;

    /// <summary>Answers a request for a token with this status instead.</summary>
    public int? TokenStatus { get; set; }

    public string LastNumber => Number(numbers);

    public Uri Address => new(app.Urls.First());

    public static async Task<FakeNeighbour> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var fake = new FakeNeighbour(builder.Build());
        fake.app.MapPost("/token", (HttpContext context) => fake.TokenAsync(context));
        fake.app.MapPost("/{**path}", (HttpContext context) => fake.CallAsync(context));
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>Makes every token issued so far worthless.</summary>
    public void ExpireTokens() => scopes.Clear();

    /// <summary>Calls of a path, newest last; of a 処理区分 where given.</summary>
    public IReadOnlyList<Call> Of(string path, string? kind = null) =>
        [.. Calls.Where(call => call.Path == path && (kind is null || call["shorikubun"] == kind))];

    public Task StopAsync() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Number(int count) => $"3100000000000{count:00}";

    private async Task TokenAsync(HttpContext context)
    {
        var form = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        form["authorization"] = context.Request.Headers.Authorization.ToString();
        TokenRequests.Enqueue(form);
        if (TokenStatus is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var token = $"token-{Interlocked.Increment(ref tokens)}";
        scopes[token] = form["scope"];
        await WriteAsync(context, 200, $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":300}""");
    }

    private async Task CallAsync(HttpContext context)
    {
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        if (!scopes.TryGetValue(token, out var scope))
        {
            await WriteAsync(context, 401, """{"title":"t","detail":"アクセストークンが無効です。","_links":{"self":{"href":"/"}}}""");
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var call = new Call(context.Request.Path, scope, JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject());
        Calls.Enqueue(call);
        var (status, body) = Answer(call) ?? (200, Usual(call));
        await WriteAsync(context, status, body);
    }

    private string Usual(Call call)
    {
        var result = call.Path switch
        {
            Inquiry => new JsonArray([.. Candidates.Select(candidate => candidate.DeepClone())]),
            Numbering => new JsonArray(new JsonObject { ["atenabango"] = Number(Interlocked.Increment(ref numbers)), ["rirekibango"] = 1 }),
            _ => new JsonArray(new JsonObject { ["atenabango"] = call["atenabango"], ["rirekibango"] = 2 }),
        };
        return new JsonObject { ["metadata"] = new JsonObject(), ["_links"] = new JsonObject(), ["result"] = result }.ToJsonString();
    }

    private static Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json;charset=utf-8";
        return context.Response.WriteAsync(body);
    }
}
