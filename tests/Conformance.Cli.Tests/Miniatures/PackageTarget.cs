using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Cli.Tests.Miniatures;

/// <summary>One address for a core system and the common function that it calls from within: an all-in-one package.</summary>
internal sealed class PackageTarget : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client = new();

    private PackageTarget(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single() + "/");

    /// <param name="function">Answers everything but what is under <c>/api/</c>.</param>
    /// <param name="core">Answers that.</param>
    /// <param name="token">That <paramref name="core"/> asks for: whoever calls the package shows one token for both.</param>
    public static async Task<PackageTarget> StartAsync(Uri function, Uri core, string token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var target = new PackageTarget(app);
        app.Run(context => context.Request.Path.StartsWithSegments("/api") ? target.PassAsync(context, core, token) : target.PassAsync(context, function, null));
        await app.StartAsync();
        return target;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task PassAsync(HttpContext context, Uri to, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(to, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentType is { } type)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        request.Headers.TryAddWithoutValidation("Authorization", token is null ? context.Request.Headers.Authorization.ToString() : "Bearer " + token);
        using var answer = await client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
