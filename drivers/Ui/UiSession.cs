using System.Collections.Concurrent;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Microsoft.Playwright;

namespace Conformance.Drivers.Ui;

/// <summary>One operator at one browser window: cookies of its own. Used by one call at a time.</summary>
internal sealed class UiSession : IAsyncDisposable
{
    // Between two looks at a page.
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan PicturePatience = TimeSpan.FromSeconds(10);

    private static readonly Lazy<string> Script = new(() =>
    {
        using var stream = typeof(UiSession).Assembly.GetManifestResourceStream("Conformance.Drivers.Ui.screen.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    private readonly IBrowserContext _context;
    private readonly UiTimeouts _timeouts;
    private readonly TimeProvider _time;
    private readonly List<IPage> _pages = [];
    private readonly ConcurrentQueue<IPage> _popups = new();
    private readonly ConcurrentDictionary<IRequest, bool> _underWay = new();
    private long _lastTraffic;
    private int _requests;
    private (IPage Page, ICDPSession Line)? _line;
    private bool _traced;
    private bool _recording;
    private volatile bool _setsPopupsAside;

    // What was read since anything was last done here; null after every press, entry and change of address.
    private Screen? _current;

    private UiSession(IBrowserContext context, UiTimeouts timeouts, TimeProvider time)
    {
        _context = context;
        _timeouts = timeouts;
        _time = time;
    }

    public bool LoggedIn { get; set; }

    /// <summary>Something went wrong that a later call must not meet.</summary>
    public bool Broken { get; set; }

    /// <summary>The screen as it was read last; null before the first reading.</summary>
    public Screen? Last { get; private set; }

    /// <summary>HTTP status of the last document of the window; null before the first.</summary>
    public int? DocumentStatus { get; private set; }

    /// <summary>Message boxes since the last press: kind (alert, confirm, prompt) and text. All are accepted.</summary>
    public ConcurrentQueue<(string Kind, string Text)> Dialogs { get; } = new();

    /// <summary>Requests sent since the last press, resources of pages included.</summary>
    public int RequestsSincePress => Volatile.Read(ref _requests);

    private IPage Page => _pages.Count > 0 ? _pages[^1] : throw new PlaywrightException("The window is closed.");

    public static async Task<UiSession> OpenAsync(IBrowser browser, UiTimeouts timeouts, bool traced, string? userAgent, TimeProvider time, NetworkRoute route, IReadOnlyList<ClientCertificate> certificates)
    {
        var windowless = await BrowserName.IsWindowlessAsync(browser).ConfigureAwait(false);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            UserAgent = userAgent ?? BrowserName.Of(browser.Version),
            ExtraHTTPHeaders = windowless ? [BrowserName.BrandsHeader(browser.Version)] : null,
            ViewportSize = new ViewportSize { Width = 1280, Height = 960 },
            ClientCertificates = certificates.Count > 0 ? certificates : null,
        }).ConfigureAwait(false);
        context.SetDefaultTimeout((float)timeouts.Action.TotalMilliseconds);
        context.SetDefaultNavigationTimeout((float)timeouts.Page.TotalMilliseconds);
        if (route.Pace is not null)
        {
            await context.RouteAsync("**/*", async request =>
            {
                await route.PaceAsync(CancellationToken.None).ConfigureAwait(false);
                try
                {
                    await request.ContinueAsync().ConfigureAwait(false);
                }
                catch (PlaywrightException)
                {
                    // The window was closed while the request waited for its turn.
                }
            }).ConfigureAwait(false);
        }

        if (windowless)
        {
            await BrowserName.HideAsync(context).ConfigureAwait(false);
        }

        if (traced)
        {
            await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true }).ConfigureAwait(false);
        }

        var session = new UiSession(context, timeouts, time) { _traced = traced };
        context.Page += (_, page) => session.Watch(page);
        await context.NewPageAsync().ConfigureAwait(false);
        return session;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    /// <summary>From the next document on, a script of ours, which has to bear being run twice in a document, runs in every frame of every window and calls <paramref name="heard"/>; also told when the last window is closed.</summary>
    public async Task ListenAsync(Func<string, string> script, string binding, Action<IFrame, string> heard, Action closed)
    {
        await _context.ExposeBindingAsync(binding, (BindingSource source, string said) => heard(source.Frame, said)).ConfigureAwait(false);
        var listener = script(Script.Value);
        await _context.AddInitScriptAsync(listener).ConfigureAwait(false);
        _context.Close += (_, _) => closed();
        _context.Page += (_, page) =>
        {
            page.Close += Gone;

            // A window that another opens begins with an empty document; the one that follows lives in the same window, and the script is not run in it.
            page.FrameNavigated += (_, frame) => _ = ListenAsync(frame, listener);
            _ = ListenAsync(page.MainFrame, listener);
        };
        Page.Close += Gone;

        static async Task ListenAsync(IFrame frame, string listener)
        {
            try
            {
                await frame.EvaluateAsync(listener).ConfigureAwait(false);
            }
            catch (PlaywrightException)
            {
                // It was left or closed already.
            }
        }

        // Watched before: it is no longer among them.
        void Gone(object? sender, IPage page)
        {
            if (_pages.Count == 0)
            {
                closed();
            }
        }
    }

    /// <summary>All windows of the operator.</summary>
    public IBrowserContext Windows => _context;

    /// <summary>Where a person is at work: to the front.</summary>
    public Task ShowAsync() => Page.BringToFrontAsync();

    /// <summary>Begins the recording of one scenario, where the profile asks for it.</summary>
    public async Task BeginTraceAsync()
    {
        if (_traced && !_recording)
        {
            await _context.Tracing.StartChunkAsync().ConfigureAwait(false);
            _recording = true;
        }
    }

    /// <summary>Ends it.</summary>
    /// <returns>The recording as a zip, not redacted; null where there is none, or it was not to be kept.</returns>
    public async Task<byte[]?> EndTraceAsync(bool keep)
    {
        if (!_recording)
        {
            return null;
        }

        _recording = false;
        var file = keep ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip") : null;
        try
        {
            await _context.Tracing.StopChunkAsync(new TracingStopChunkOptions { Path = file }).ConfigureAwait(false);
            return file is null ? null : await File.ReadAllBytesAsync(file).ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or IOException)
        {
            // The window is gone, and its recording with it; what the scenario saw is evidence already.
            Broken = true;
            return null;
        }
        finally
        {
            if (file is not null)
            {
                File.Delete(file);
            }
        }
    }

    /// <exception cref="TargetUnreachableException">No answer, or none that a browser understands.</exception>
    public async Task GoAsync(Uri address, CancellationToken cancellationToken)
    {
        Forget();
        try
        {
            var response = await Page.GotoAsync(address.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded })
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            DocumentStatus = response?.Status ?? DocumentStatus;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            Broken = true;
            throw new TargetUnreachableException($"{address}: {FirstLine(e)}{Remedy(e.Message)}", e) { Untrusted = e.Message.Contains("net::ERR_CERT_", StringComparison.Ordinal) };
        }

        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the page as it is now; repeats where it is being replaced at that moment.</summary>
    public async Task<Screen> ReadAsync(CancellationToken cancellationToken)
    {
        var since = _time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return Last = _current = await EvaluateAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PlaywrightException e) when (_time.GetElapsedTime(since) >= _timeouts.Page)
            {
                Broken = true;
                throw new TargetUnreachableException($"{Page.Url}: the page cannot be read: {FirstLine(e)}", e);
            }
            catch (PlaywrightException) when (!Page.IsClosed)
            {
                await Task.Delay(Blink, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The page as it was read since anything was last done on it, else as it is now: for what a script that works on by itself does not change.</summary>
    public async Task<Screen> CurrentAsync(CancellationToken cancellationToken) => _current ?? await ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Looks until <paramref name="find"/> finds something, at most for the patience with actions. Null: it did not.</summary>
    /// <param name="find">Gets the screen, and whether nothing has moved for a while, so that what was there before counts too.</param>
    public async Task<(T? Found, Screen Last)> AwaitAsync<T>(Func<Screen, bool, T?> find, CancellationToken cancellationToken)
        where T : class
    {
        var since = _time.GetTimestamp();
        for (var look = 0; ; look++)
        {
            var screen = await (look == 0 ? CurrentAsync(cancellationToken) : ReadAsync(cancellationToken)).ConfigureAwait(false);
            var waited = _time.GetElapsedTime(since);
            var still = screen.Ready && Quiet() > TimeSpan.FromMilliseconds(500) && waited > TimeSpan.FromMilliseconds(500);
            if (screen.Ready && find(screen, still) is { } found)
            {
                return (found, screen);
            }

            if (waited >= _timeouts.Action && (screen.Ready && !DocumentUnderWay()))
            {
                return (null, screen);
            }

            if (waited >= _timeouts.Page)
            {
                Broken = true;
                throw new TargetUnreachableException($"{Page.Url}: the page is not complete after {_timeouts.Page.TotalSeconds:0.###} s.") { At = UnreachableAt.Late };
            }

            await Task.Delay(Blink, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Presses, and waits until what it set off has arrived.</summary>
    public async Task PressAsync(ScreenAction action, CancellationToken cancellationToken)
    {
        var locator = Locator(action.Frame, action.Id);
        await MarkAsync(cancellationToken).ConfigureAwait(false);
        Forget();
        try
        {
            await locator.ClickAsync(new LocatorClickOptions { Timeout = (float)_timeouts.Page.TotalMilliseconds })
                .WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // The click itself went through where it waits for the page that it asked for.
            if (!DocumentUnderWay() && RequestsSincePress == 0)
            {
                throw IsHeldBack(e.Message)
                    ? new ProfileMismatchException($"「{action.Name}」 cannot be pressed: {FirstLine(e)}", e)
                    : new TargetUnreachableException($"「{action.Name}」 could not be pressed within {_timeouts.Page.TotalSeconds:0.###} s, and nothing on the page says why: {FirstLine(e)}", e);
            }
        }

        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Presses what downloads a file, and waits until all of it is there.</summary>
    /// <exception cref="TargetUnreachableException">Nothing begins to arrive, or it breaks off.</exception>
    public async Task<PutOutFile> DownloadAsync(ScreenAction action, CancellationToken cancellationToken)
    {
        var locator = Locator(action.Frame, action.Id);
        try
        {
            var download = await Page.RunAndWaitForDownloadAsync(() => locator.ClickAsync(), new PageRunAndWaitForDownloadOptions { Timeout = (float)_timeouts.Page.TotalMilliseconds })
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            var file = PutOutFile.Temporary(download.SuggestedFilename);
            try
            {
                await download.SaveAsAsync(file.Path).WaitAsync(cancellationToken).ConfigureAwait(false);
                await download.DeleteAsync().ConfigureAwait(false);
                return file;
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw new TargetUnreachableException($"「{action.Name}」 brought no file within {_timeouts.Page.TotalSeconds:0.###} s: {FirstLine(e)}", e);
        }
    }

    // What the log of the click says where the page is at fault. Anything else, and a mere timeout, may as well be a busy machine.
    private static bool IsHeldBack(string log) =>
        log.Contains("intercepts pointer events", StringComparison.Ordinal) || log.Contains("element is not visible", StringComparison.Ordinal)
        || log.Contains("element is not enabled", StringComparison.Ordinal) || log.Contains("outside of the viewport", StringComparison.Ordinal)
        || log.Contains("element is not editable", StringComparison.Ordinal) || log.Contains("element was detached", StringComparison.Ordinal) || log.Contains("strict mode violation", StringComparison.Ordinal);

    /// <summary>Types, chooses or ticks. False: the field does not take the value.</summary>
    public async Task<bool> EnterAsync(ScreenField field, string value, CancellationToken cancellationToken)
    {
        var locator = Locator(field.Frame, field.Id);
        _current = null;
        var patience = (float)_timeouts.Page.TotalMilliseconds;
        try
        {
            switch (field.Type)
            {
                case "select":
                    if (Option(field, value) is not { } index)
                    {
                        return false;
                    }

                    await locator.SelectOptionAsync(new SelectOptionValue { Index = index }, new LocatorSelectOptionOptions { Timeout = patience }).WaitAsync(cancellationToken).ConfigureAwait(false);
                    return true;
                case "checkbox":
                    await locator.SetCheckedAsync(value is not ("" or "0" or "false"), new LocatorSetCheckedOptions { Force = true, Timeout = patience }).WaitAsync(cancellationToken).ConfigureAwait(false);
                    return true;
                case "radio":
                    await locator.CheckAsync(new LocatorCheckOptions { Force = true, Timeout = patience }).WaitAsync(cancellationToken).ConfigureAwait(false);
                    return true;
                default:
                    await locator.FillAsync(value, new LocatorFillOptions { Timeout = patience }).WaitAsync(cancellationToken).ConfigureAwait(false);
                    return true;
            }
        }
        catch (PlaywrightException e) when (e.Message.Contains("Malformed value", StringComparison.Ordinal) || e.Message.Contains("Cannot type text into", StringComparison.Ordinal))
        {
            return false;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // A field that was there a moment ago, and a log that names no obstacle: the machine may have been too busy.
            throw e.Message.Contains("Timeout", StringComparison.Ordinal) && !IsHeldBack(e.Message)
                ? new TargetUnreachableException($"「{field.Name}」 could not be filled in within {_timeouts.Page.TotalSeconds:0.###} s, and nothing on the page says why: {FirstLine(e)}", e)
                : new ProfileMismatchException($"「{field.Name}」 cannot be filled in: {FirstLine(e)}", e);
        }
    }

    /// <summary>PNG of the whole page; null where the page cannot be pictured.</summary>
    public async Task<byte[]?> PictureAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Packed quickly and not small: the same picture in two thirds of the time that the library's own screenshot takes.
            var taken = await (await LineAsync().ConfigureAwait(false)).SendAsync("Page.captureScreenshot", new Dictionary<string, object>
            {
                ["format"] = "png",
                ["captureBeyondViewport"] = true,
                ["optimizeForSpeed"] = true,
            }).WaitAsync(PicturePatience, _time, cancellationToken).ConfigureAwait(false);
            return taken?.GetProperty("data").GetBytesFromBase64();
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>PNG of the whole page with what fields and cells hold left blank, so that it shows the product and nobody's record; null where the page cannot be pictured.</summary>
    public async Task<byte[]?> PictureOfNamesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Style = "td:not(:has(a,button,select)),dd,output,input,textarea{color:transparent !important}" })
                .WaitAsync(PicturePatience, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Until it is disposed, no request that could write leaves the browser: it is answered with 204, which leaves the page as it is. Windows that open are set aside.</summary>
    /// <param name="menus">Forms with nothing to fill in may be submitted.</param>
    /// <param name="withheld">Told of each.</param>
    public async Task<IAsyncDisposable> WithholdWritesAsync(bool menus, Action withheld)
    {
        Func<IRoute, Task> stop = async route =>
        {
            try
            {
                if (route.Request.Method is "GET" or "HEAD" or "OPTIONS" || (menus && route.Request.IsNavigationRequest))
                {
                    await route.FallbackAsync().ConfigureAwait(false);
                    return;
                }

                withheld();
                await route.FulfillAsync(new RouteFulfillOptions { Status = 204 }).ConfigureAwait(false);
            }
            catch (PlaywrightException) { } // The window was closed meanwhile.
        };
        await _context.RouteAsync("**/*", stop).ConfigureAwait(false);
        _setsPopupsAside = true;
        return new Held(() =>
        {
            _setsPopupsAside = false;
            return _context.UnrouteAsync("**/*", stop);
        });
    }

    /// <summary>Closes the windows that were opened beside the first while writes were withheld.</summary>
    /// <returns>Their addresses.</returns>
    public async Task<IReadOnlyList<string>> ClosePopupsAsync()
    {
        var addresses = new List<string>();
        while (_popups.TryDequeue(out var popup))
        {
            try
            {
                await popup.WaitForURLAsync(address => address != "about:blank", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit, Timeout = (float)_timeouts.Action.TotalMilliseconds }).ConfigureAwait(false);
                addresses.Add(popup.Url);
                await popup.CloseAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                // A window that shows nothing leads nowhere.
                await popup.CloseAsync().ConfigureAwait(false);
            }
        }

        return addresses;
    }

    private async Task<ICDPSession> LineAsync()
    {
        if (_line is not { } open || open.Page != Page)
        {
            _line = open = (Page, await _context.NewCDPSessionAsync(Page).ConfigureAwait(false));
        }

        return open.Line;
    }

    public async Task BackAsync(CancellationToken cancellationToken)
    {
        Forget();
        await Page.GoBackAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Index of the option with the text or, failing that, the value.</summary>
    private static int? Option(ScreenField field, string value)
    {
        for (var i = 0; i < field.Options.Count; i++)
        {
            if (LabelText.Same(field.Options[i], value))
            {
                return i;
            }
        }

        for (var i = 0; i < field.Values.Count; i++)
        {
            if (field.Values[i] == value)
            {
                return i;
            }
        }

        return null;
    }

    private async Task<Screen> EvaluateAsync(CancellationToken cancellationToken)
    {
        var frames = Page.Frames;
        var screens = new List<Screen>(frames.Count);
        for (var i = 0; i < frames.Count; i++)
        {
            var json = await frames[i].EvaluateAsync<string>(Script.Value, new { mark = false }).WaitAsync(cancellationToken).ConfigureAwait(false);
            screens.Add(Screen.Parse(json).InFrame(i));
        }

        return Screen.Merge(screens);
    }

    private async Task MarkAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var frame in Page.Frames)
            {
                await frame.EvaluateAsync<string>(Script.Value, new { mark = true }).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PlaywrightException) { } // A page that is being replaced has nothing to remember.
    }

    private ILocator Locator(int frame, string id) => Page.Frames[frame].Locator($"[data-conformance='{id}']");

    // Documents until the page deadline, what scripts fetch until the action deadline (a page may poll for ever).
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        var since = _time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var waited = _time.GetElapsedTime(since);
            if (!DocumentUnderWay() && ((_underWay.IsEmpty && Quiet() > Blink) || waited > _timeouts.Action))
            {
                return;
            }

            if (waited >= _timeouts.Page)
            {
                Broken = true;
                throw new TargetUnreachableException($"{Page.Url}: no complete answer within {_timeouts.Page.TotalSeconds:0.###} s.") { At = UnreachableAt.Late };
            }

            await Task.Delay(Blink, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool DocumentUnderWay() => _underWay.Keys.Any(r => r.ResourceType == "document");

    private TimeSpan Quiet() => _time.GetElapsedTime(Volatile.Read(ref _lastTraffic));

    private void Forget()
    {
        _current = null;
        Dialogs.Clear();
        Volatile.Write(ref _requests, 0);
        Volatile.Write(ref _lastTraffic, _time.GetTimestamp());
    }

    private void Watch(IPage page)
    {
        if (_setsPopupsAside)
        {
            _popups.Enqueue(page);
            return;
        }

        _pages.Add(page);
        page.Close += (_, closed) => _pages.Remove(closed);
        page.Crash += (_, _) => Broken = true;
        page.Dialog += async (_, dialog) =>
        {
            Dialogs.Enqueue((dialog.Type, dialog.Message));
            try
            {
                await dialog.AcceptAsync().ConfigureAwait(false);
            }
            catch (PlaywrightException) { } // The window was closed meanwhile.
        };
        page.Request += (_, request) =>
        {
            Interlocked.Increment(ref _requests);
            Touch();
            if (request.ResourceType is "document" or "xhr" or "fetch" or "script" or "stylesheet")
            {
                _underWay[request] = true;
            }
        };
        page.RequestFinished += (_, request) => Done(request);
        page.RequestFailed += (_, request) => Done(request);
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame.ParentFrame is null && response.Status is < 300 or >= 400)
            {
                DocumentStatus = response.Status;
            }
        };
    }

    private void Done(IRequest request)
    {
        _underWay.TryRemove(request, out _);
        Touch();
    }

    private void Touch() => Volatile.Write(ref _lastTraffic, _time.GetTimestamp());

    // https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h, 200–299.
    private static string Remedy(string message) => message switch
    {
        _ when message.Contains("ERR_CERT_AUTHORITY_INVALID", StringComparison.Ordinal) => " The certificate is not trusted: put that of the authority that issued it into a PEM file and name it in ui.tls.ca.",
        _ when message.Contains("ERR_CERT_COMMON_NAME_INVALID", StringComparison.Ordinal) => " The certificate is for another host: write its name in ui.base, or have one issued for this host.",
        _ when message.Contains("ERR_CERT_DATE_INVALID", StringComparison.Ordinal) => " The certificate is out of date: renew it, or set the clock.",
        _ => "",
    };

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0];

    private sealed class Held(Func<Task> release) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await release().ConfigureAwait(false);
    }
}
