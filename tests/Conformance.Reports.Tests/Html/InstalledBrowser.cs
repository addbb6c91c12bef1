using Microsoft.Playwright;

namespace Conformance.Reports.Tests.Html;

/// <summary>One browser for the tests of a class: CONFORMANCE_BROWSER or an installed one; without any, the tests are skipped.</summary>
public sealed class InstalledBrowser : IAsyncLifetime
{
    private static readonly string[] Known =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CONFORMANCE_BROWSER") ?? Array.Find(Known, File.Exists);
        if (path is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path, Args = ["--no-sandbox", "--disable-background-networking"],
        });
    }

    public async Task<IPage> OpenAsync(int width = 1280, int height = 900)
    {
        Assert.SkipWhen(browser is null, "No browser is installed. Install Chromium or set CONFORMANCE_BROWSER.");
        return await browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
