using System.Collections.Concurrent;
using System.Threading.Channels;
using Conformance.Drivers.Inspection;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;
using Conformance.Drivers.Recording;
using Conformance.Drivers.Tls;

namespace Conformance.Drivers.Ui;

/// <summary>
/// Performs exchanges on the product's screens. One browser; every operator has windows of its own, logged in once, and no two calls
/// share a window at a time. Thread-safe.
/// </summary>
public sealed class UiDriver : IDriver
{
    private readonly UiProfile _profile;
    private readonly string? _business;
    private readonly Secrets _secrets;
    private readonly TimeProvider _time;
    private readonly BrowserHost _browser;
    private readonly bool _ownsBrowser;
    private readonly NetworkRoute _route;
    private readonly BrowserWindow? _window;
    private readonly Action<PlayedPart>? _played;
    private readonly Channel<int> _sets = Channel.CreateUnbounded<int>();
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _one = new();
    private readonly ConcurrentDictionary<int, ConcurrentBag<UiSession>> _free = new();

    internal UiDriver(UiProfile profile, string? business, Secrets secrets, TimeProvider time, BrowserHost? browser, NetworkRoute route, BrowserWindow? window = null, Action<PlayedPart>? played = null)
    {
        (_window, _played) = (window, played);
        _profile = profile;
        _business = business;
        _secrets = secrets;
        _time = time;
        _route = route;
        _browser = browser is not null && window is null && profile.Tls == new TlsProfile() && route.IsPlain ? browser : new BrowserHost(StartAsync);
        _ownsBrowser = _browser != browser;
        for (var set = 0; set < Math.Max(1, profile.OperatorsOfOne == 0 ? 1 : profile.Operators.Count / profile.OperatorsOfOne); set++)
        {
            _sets.Writer.TryWrite(set);
        }
    }

    public string Surface => "ui";

    // A browser takes no authority from its command line. So the certificate is checked here, against the authorities of the profile and
    // for the host of the address, and the browser is told to take this one public key.
    private async Task<BrowserStart> StartAsync(CancellationToken cancellationToken)
    {
        var address = _profile.Base.RevealAddress(_secrets);
        List<string> arguments = [$"--ssl-version-min=tls{_profile.Tls.Minimum}"];
        if (_profile.Tls.CaFile is { } authorities && address.Scheme == Uri.UriSchemeHttps)
        {
            arguments.Add($"--ignore-certificate-errors-spki-list={await ServerTrust.PinAsync(address, _profile.Tls, _route, cancellationToken).ConfigureAwait(false)}");
            if (_route.Certificates.Any)
            {
                // Where a client certificate is shown, the driver of the browser speaks TLS in its place and trusts what this variable names besides its own.
                Environment.SetEnvironmentVariable("NODE_EXTRA_CA_CERTS", Path.GetFullPath(authorities));
            }
        }

        return new BrowserStart([.. arguments, .. BrowserNetwork.Arguments(_route), .. _window?.Arguments ?? []], BrowserNetwork.Proxy(_route, _secrets)) { Shown = _window is { Port: null } };
    }

    /// <summary>Address of the screen from which the menu is reached.</summary>
    public Uri First => _profile.Base.RevealAddress(_secrets);

    /// <summary>Program and version of the browser; empty before it starts.</summary>
    public string Browser => _browser.Name;

    public bool Offers(string exchange) => _profile.Exchanges.ContainsKey(exchange);

    /// <summary>The windows of one scenario: an operator keeps its window from call to call. Dispose it when the scenario ends.</summary>
    public LeasedUiDriver Lease() => new(this);

    /// <inheritdoc/>
    /// <exception cref="Conformance.Spec.BadInputException">CF5020: no browser; CF5021: the profile has no such operator.</exception>
    public async Task<Observation> PerformAsync(FunctionCall call, CancellationToken cancellationToken)
    {
        await using var lease = Lease();
        return await lease.PerformAsync(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a window in which a person works while what they do is told; logs the first operator in where the profile says how.</summary>
    /// <exception cref="Conformance.Spec.BadInputException">CF5020: no browser, or it does not start.</exception>
    /// <exception cref="TargetUnreachableException">The first screen does not answer.</exception>
    public async Task<ScreenRecorder> RecordAsync(CancellationToken cancellationToken)
    {
        var session = await TakeAsync(0, cancellationToken).ConfigureAwait(false);
        return await ScreenRecorder.StartAsync(session, _profile, _business, _secrets, _time, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every screen that links, menus and buttons lead to from the first, at most so many for each operator. Submits nothing but the login, unless the profile lets it.</summary>
    /// <exception cref="TargetUnreachableException">The first screen does not answer.</exception>
    /// <exception cref="ProfileMismatchException">The login does not work.</exception>
    public async Task<SurfaceSearch> CrawlAsync(int limit, CancellationToken cancellationToken)
    {
        var set = await TakeSetAsync(cancellationToken).ConfigureAwait(false);
        var found = new SurfaceSearch([]);
        try
        {
            for (var of = 0; of < (_profile.Login is null ? 1 : Math.Max(1, _profile.OperatorsOfOne)); of++)
            {
                found = Together(found, await CrawlAsync(Number(set, of), limit, found.Places, cancellationToken).ConfigureAwait(false));
            }
        }
        finally
        {
            ReturnSet(set);
        }

        return found with { Users = _profile.Login is null ? 0 : Math.Max(1, _profile.OperatorsOfOne), Gaps = [.. found.Gaps.Concat(Unreached(found.Places)).Distinct()] };
    }

    private async Task<SurfaceSearch> CrawlAsync(int number, int limit, IReadOnlyList<SearchedPlace> known, CancellationToken cancellationToken)
    {
        var session = await TakeAsync(number, cancellationToken).ConfigureAwait(false);
        try
        {
            await new UiPerformance(_profile, OfferedScreens.NoExchange, new FunctionCall("", new Dictionary<string, string?>()) { Operator = number }, _business, session, _secrets, _time)
                .LogInOnceAsync(cancellationToken).ConfigureAwait(false);
            var crawl = new ScreenCrawl(session, First, limit, _profile.CrawlsMenus, address => !known.Any(place => place.Path == address.AbsolutePath));
            await crawl.RunAsync(cancellationToken).ConfigureAwait(false);
            return new SurfaceSearch([.. crawl.Seen.Select(screen => screen.Place)]) { Gaps = crawl.Gaps, Pressed = crawl.Pressed, Withheld = crawl.Withheld };
        }
        finally
        {
            await ReturnAsync(number, session).ConfigureAwait(false);
        }
    }

    // A screen that another operator saw as well counts once; what only one of them saw on it counts too.
    private static SurfaceSearch Together(SurfaceSearch one, SurfaceSearch other) => new(
        [.. one.Places.Concat(other.Places).GroupBy(place => place.Name).Select(group => group.First() with { Texts = [.. group.SelectMany(place => place.Texts).Distinct()], Picture = group.Select(place => place.Picture).FirstOrDefault(picture => picture is not null) })])
    {
        Gaps = [.. one.Gaps, .. other.Gaps],
        Pressed = one.Pressed + other.Pressed,
        Withheld = one.Withheld + other.Withheld,
    };

    // The way to a mapped screen is known; a search that did not come to it cannot have seen everything.
    private IEnumerable<string> Unreached(IReadOnlyList<SearchedPlace> places) => _profile.Exchanges.Values
        .Select(exchange => (exchange.Name, Open: exchange.Steps[0].Open?.Split('>')[^1].Trim() ?? "/"))
        .Where(mapped => !mapped.Open.StartsWith('/') && !places.Any(place => LabelText.Same(place.ReachedBy, mapped.Open) || LabelText.Same(place.Title, mapped.Open)))
        .Select(mapped => $"「{mapped.Name}」の画面「{mapped.Open}」に行き着かない");

    /// <summary>The same screens as what exchanges may be mapped to, and the login form where there is one.</summary>
    /// <exception cref="TargetUnreachableException">The first screen does not answer.</exception>
    /// <exception cref="ProfileMismatchException">The login does not work.</exception>
    internal async Task<(OfferedLogin? Login, IReadOnlyList<OfferedPlace> Screens)> OfferAsync(int limit, CancellationToken cancellationToken)
    {
        var session = await TakeAsync(0, cancellationToken).ConfigureAwait(false);
        try
        {
            var start = _profile.Base.RevealAddress(_secrets);
            if (_profile.Login is null)
            {
                await session.GoAsync(start, cancellationToken).ConfigureAwait(false);
                if (OfferedScreens.Login(await session.ReadAsync(cancellationToken).ConfigureAwait(false), start) is { } login)
                {
                    return (login, []);
                }
            }
            else
            {
                await new UiPerformance(_profile, OfferedScreens.NoExchange, new FunctionCall("", new Dictionary<string, string?>()), _business, session, _secrets, _time)
                    .LogInOnceAsync(cancellationToken).ConfigureAwait(false);
            }

            var crawl = new ScreenCrawl(session, start, limit, _profile.CrawlsMenus, _ => false);
            await crawl.RunAsync(cancellationToken).ConfigureAwait(false);
            return (null, OfferedScreens.Of(crawl.Seen));
        }
        finally
        {
            await ReturnAsync(0, session).ConfigureAwait(false);
        }
    }

    /// <summary>Starts the browser and lets each operator of the profile log in.</summary>
    /// <exception cref="Conformance.Spec.BadInputException">CF5020: no browser, or it does not start.</exception>
    public async Task<IReadOnlyList<LoginSight>> LogInAllAsync(CancellationToken cancellationToken)
    {
        await _browser.StartAsync(cancellationToken).ConfigureAwait(false);
        var seen = new List<LoginSight>();
        for (var number = 0; number < (_profile.Login is null ? 0 : _profile.Operators.Count); number++)
        {
            var session = await TakeAsync(number, cancellationToken).ConfigureAwait(false);
            seen.Add(await new ScreenInspection(_profile, _business, session, _secrets, _time).LogInAsync(number, cancellationToken).ConfigureAwait(false));
            await ReturnAsync(number, session).ConfigureAwait(false);
        }

        return seen;
    }

    /// <summary>Opens the first screen of every exchange, as the first operator, in two windows side by side, and compares it with the mapping. What
    /// could not be looked at before <paramref name="deadline"/> is missing in the answer.</summary>
    /// <param name="wishes">Exchange to what it enters.</param>
    public async Task<IReadOnlyList<ScreenSight>> InspectAsync(IReadOnlyDictionary<string, ScreenWish> wishes, CancellationToken deadline, CancellationToken cancellationToken)
    {
        var due = new ConcurrentQueue<IReadOnlyList<UiExchange>>(_profile.Exchanges.Values.GroupBy(exchange => exchange.Steps[0].Open ?? "").Select(group => group.ToList()));
        var seen = new ConcurrentBag<ScreenSight>();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        await Task.WhenAll(WindowAsync(), WindowAsync()).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var order = _profile.Exchanges.Keys.ToList();
        return [.. seen.OrderBy(sight => order.IndexOf(sight.Exchange))];

        async Task WindowAsync()
        {
            var session = await TakeAsync(0, cancellationToken).ConfigureAwait(false);
            try
            {
                var inspection = new ScreenInspection(_profile, _business, session, _secrets, _time);
                while (!session.Broken && !either.IsCancellationRequested && due.TryDequeue(out var same))
                {
                    foreach (var sight in await inspection.LookAsync(same, wishes, 0, either.Token).ConfigureAwait(false))
                    {
                        seen.Add(sight);
                    }
                }
            }
            catch (OperationCanceledException)
            {
                session.Broken = true;
            }
            catch (Microsoft.Playwright.PlaywrightException)
            {
                // The browser went away; what it has shown by then counts.
                session.Broken = true;
            }
            finally
            {
                await ReturnAsync(0, session).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in _free.Values.SelectMany(b => b))
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }

        _free.Clear();
        foreach (var gate in _one.Values)
        {
            gate.Dispose();
        }

        if (_ownsBrowser)
        {
            await _browser.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal async Task<Observation> PerformAsync(UiSession session, FunctionCall call, CancellationToken cancellationToken)
    {
        var exchange = _profile.Exchanges[call.Exchange];
        return await new UiPerformance(_profile, exchange, call, _business, session, _secrets, _time) { Played = _played }.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    internal async Task<UiSession> TakeAsync(int number, CancellationToken cancellationToken)
    {
        if (_free.TryGetValue(number, out var free) && free.TryTake(out var session))
        {
            return session;
        }

        var browser = await _browser.StartAsync(cancellationToken).ConfigureAwait(false);
        return await UiSession.OpenAsync(browser, _profile.Timeouts, _profile.Trace == TraceChoice.OnFailure, _profile.UserAgent, _time, _route, BrowserNetwork.Certificates(_route, _profile.Base.RevealAddress(_secrets))).ConfigureAwait(false);
    }

    /// <summary>Borrows one set of operators for a scenario; always the first where an account may have several windows.</summary>
    internal ValueTask<int> TakeSetAsync(CancellationToken cancellationToken) => _profile.OneSession ? _sets.Reader.ReadAsync(cancellationToken) : ValueTask.FromResult(0);

    internal void ReturnSet(int set)
    {
        if (_profile.OneSession)
        {
            _sets.Writer.TryWrite(set);
        }
    }

    /// <summary>The operator's number among all sets.</summary>
    internal int Number(int set, int of) => (set * _profile.OperatorsOfOne) + of;

    /// <summary>Waits until nobody else uses the account; null where several may.</summary>
    internal async Task<SemaphoreSlim?> AloneAsync(int number, CancellationToken cancellationToken)
    {
        if (!_profile.OneSession || number < 0)
        {
            return null;
        }

        var gate = _one.GetOrAdd(number, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return gate;
    }

    internal byte[] Redacted(byte[] trace) => TraceArchive.Redact(trace, _secrets);

    internal async ValueTask ReturnAsync(int number, UiSession session)
    {
        if (session.Broken)
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            _free.GetOrAdd(number, _ => []).Add(session);
        }
    }
}
