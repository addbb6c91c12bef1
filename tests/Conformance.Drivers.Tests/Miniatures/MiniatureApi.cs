using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Drivers.Tests.Miniatures;

/// <summary>A product of a few lines: answers every request by one function and remembers what it was asked.</summary>
internal sealed class MiniatureApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MiniatureApi(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public ConcurrentQueue<Asked> Journal { get; } = new();

    public static async Task<MiniatureApi> StartAsync(Func<Asked, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var miniature = new MiniatureApi(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var asked = new Asked(
                context.Request.Method, context.Request.Path.Value + context.Request.QueryString.Value, await reader.ReadToEndAsync(),
                context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            miniature.Journal.Enqueue(asked);
            await answer(asked, context);
        });
        await app.StartAsync();
        return miniature;
    }

    /// <summary>Answers everything alike.</summary>
    public static Task<MiniatureApi> AnsweringAsync(int status, string body, string contentType = "application/json;charset=UTF-8") =>
        StartAsync((_, context) => Answer(context, status, body, contentType));

    public static async Task Answer(HttpContext context, int status, string body, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}

internal sealed record Asked(string Method, string Target, string Body, IReadOnlyDictionary<string, string> Headers);
