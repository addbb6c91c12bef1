using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace Conformance.Cli.Tests.Walks;

/// <summary>A person who sits at the browser that <c>profile record</c> opened, reads the console and does as it says.</summary>
internal sealed class PersonAtBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly ConformanceProgram program;

    private PersonAtBrowser(IPlaywright playwright, IBrowser browser, ConformanceProgram program) => (this.playwright, this.browser, this.program) = (playwright, browser, program);

    /// <summary>The window that is open.</summary>
    public IPage Page => browser.Contexts.SelectMany(context => context.Pages).Last(page => page.Url.StartsWith("http", StringComparison.Ordinal));

    /// <summary>A port that nobody uses now.</summary>
    public static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Waits until the program asks for the first walk.</summary>
    public static async Task<PersonAtBrowser> SitDownAsync(ConformanceProgram program, string port, string exchange)
    {
        await AskedAsync(program, exchange);
        var playwright = await Playwright.CreateAsync();
        return new PersonAtBrowser(playwright, await playwright.Chromium.ConnectOverCDPAsync("http://127.0.0.1:" + port), program);
    }

    /// <summary>Waits until the program asks for a walk.</summary>
    public Task AskedForAsync(string exchange) => AskedAsync(program, exchange);

    /// <summary>The value that the program says to type for an item, the last one that it named.</summary>
    public async Task<string> ValueAsync(string item) => (await program.LineAsync(line => line.StartsWith($"  {item}\t", StringComparison.Ordinal))).Split('\t')[1].Split('（')[0];

    /// <summary>The same where it is there already; null where the program names no such item.</summary>
    public string? Offered(string item) => program.Said.Split('\n').LastOrDefault(line => line.StartsWith($"  {item}\t", StringComparison.Ordinal))?.Split('\t')[1].Split('（')[0];

    public async Task TypeAsync(string label, string value) => await Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    public Task ChooseAsync(string label, string value) => Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(value);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Says that this is the result.</summary>
    public Task MarkAsync(string selector) => Page.Locator(selector).First.ClickAsync(new() { Modifiers = [KeyboardModifier.Alt] });

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static Task<string> AskedAsync(ConformanceProgram program, string exchange) => program.LineAsync(line => line.StartsWith($"「{exchange}」を記録する", StringComparison.Ordinal));
}
