using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Cli.Tests.Miniatures;

/// <summary>A page that tells which build a product is; told by the test.</summary>
internal sealed class VersionPage : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private VersionPage(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>What it says at the n-th time it is asked, from one.</summary>
    public Func<int, string> Build { get; set; } = _ => "1";

    public static async Task<VersionPage> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var page = new VersionPage(builder.Build());
        page.app.Run(context => context.Response.WriteAsync($"<p>Build {page.Build(Interlocked.Increment(ref page.asked))}</p>"));
        await page.app.StartAsync();
        return page;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
