using Conformance.Spec;
using Microsoft.Playwright;

namespace Conformance.Drivers.Ui;

/// <summary>One browser, started at its first use and shared by everything that runs on screens. Thread-safe.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    // --no-sandbox: containers seldom allow the sandbox. The rest: without internet Chromium must not wait for its own services.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
        // A page is not told that a program sits at the keys.
        "--disable-blink-features=AutomationControlled",
        "--disable-domain-reliability", "--no-first-run", "--disable-dev-shm-usage",
    ];

    private static readonly string[] Direct = ["--no-proxy-server"];

    private readonly Func<CancellationToken, Task<BrowserStart>>? _further;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BrowserHost() { }

    /// <param name="further">Further arguments, asked for when it starts.</param>
    internal BrowserHost(Func<CancellationToken, Task<BrowserStart>> further) => _further = further;

    /// <summary>Program and version, such as <c>chromium-headless-shell 142.0.7444.59</c>; empty before it starts.</summary>
    public string Name { get; private set; } = "";

    /// <exception cref="BadInputException">CF5020: no browser, or it does not start.</exception>
    internal async Task<IBrowser> StartAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_browser is { IsConnected: true })
            {
                return _browser;
            }

            var start = _further is null ? new BrowserStart([], null) : await _further(cancellationToken).ConfigureAwait(false);
            _playwright ??= await Playwright.CreateAsync().ConfigureAwait(false);
            var executable = BrowserFinder.Require(_playwright, start.Shown);
            try
            {
                _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
                {
                    ExecutablePath = executable,
                    Args = [.. Arguments, .. start.Proxy is null ? Direct : [], .. start.Arguments],
                    IgnoreDefaultArgs = ["--enable-automation"],
                    Proxy = start.Proxy,
                    Headless = !start.Shown,
                }).ConfigureAwait(false);
                Name = $"{Path.GetFileNameWithoutExtension(executable)} {_browser.Version}";
                return _browser;
            }
            catch (PlaywrightException e)
            {
                throw new BadInputException(new Problem(
                    "CF5020", executable, 0, 0, "The browser does not start: " + e.Message.Split('\n')[0], "Start it by hand to see why, or set CONFORMANCE_BROWSER to another."));
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync().ConfigureAwait(false);
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }
}
