using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Steps.Tests.Miniatures;

/// <summary>
/// A target on a real port that stands in front of a sound 住登外者宛名番号管理機能 and spoils what passes through.
/// </summary>
internal sealed class Miniature : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _sound;

    private Miniature(WebApplication app, HttpClient sound)
    {
        _app = app;
        _sound = sound;
    }

    public Uri Address => new(_app.Urls.Single() + "/");

    /// <param name="behave">Is given the request and a way to ask the sound function.</param>
    public static async Task<Miniature> StartAsync(Uri sound, Func<Asked, Func<Task<Answer>>, Task<Answer>> behave)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var client = new HttpClient { BaseAddress = sound };
        app.Run(context => AnswerAsync(context, client, behave));
        await app.StartAsync();
        return new Miniature(app, client);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _sound.Dispose();
    }

    private static async Task AnswerAsync(HttpContext context, HttpClient sound, Func<Asked, Func<Task<Answer>>, Task<Answer>> behave)
    {
        using var reader = new StreamReader(context.Request.Body);
        var asked = new Asked(context.Request.Path.Value ?? "", await reader.ReadToEndAsync(), context.Request.Headers.Authorization)
        {
            Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Method = context.Request.Method,
        };
        await GiveAsync(context, await behave(asked, async () => Strictly(asked) ?? await ForwardAsync(sound, asked)));
    }

    private static async Task GiveAsync(HttpContext context, Answer answer)
    {
        if (answer.Never)
        {
            // Until the other side gives up.
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        if (answer.Cut)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.Body.Length > 0)
        {
            await context.Response.WriteAsync(answer.Body);
        }
    }

    /// <summary>The function that the harness plays lets these two through, so as not to judge a core system too strictly; a product may not.</summary>
    private static Answer? Strictly(Asked asked)
    {
        var body = asked.Body.StartsWith('{') ? JsonNode.Parse(asked.Body) : null;
        return body?["seibetsu"]?.ToString() is not (null or "" or "0" or "1" or "2") ? Answer.Refused("E0002", "性別の値が正しくありません。")
            : body?["seinengappi"]?.ToString() == "2023-02-30" ? Answer.Refused("E0002", "生年月日の値が正しくありません。")
            : null;
    }

    private static async Task<Answer> ForwardAsync(HttpClient client, Asked asked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), asked.Path.TrimStart('/'));
        if (asked.Method != "GET")
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(asked.Body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        if (asked.Authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", asked.Authorization);
        }

        using var response = await client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.ToString() ?? "application/json");
    }
}
