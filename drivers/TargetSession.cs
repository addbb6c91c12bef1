using Conformance.Drivers.Api;
using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;
using Conformance.Spec;

namespace Conformance.Drivers;

/// <summary>The drivers of one target, from its profile. Nothing is sent before the first call.</summary>
public sealed class TargetSession : IAsyncDisposable
{
    private readonly HttpClient? _tokenClient;
    private readonly OAuthTokenSource? _tokens;

    private readonly Secrets _secrets;
    private CrossingDriver? reading;

    private TargetSession(Profile profile, ApiDriver? api, UiDriver? ui, HttpClient? tokenClient, OAuthTokenSource? tokens, NetworkRoute route, Secrets secrets)
    {
        _secrets = secrets;
        Route = route;
        Profile = profile;
        Api = api;
        Ui = ui;
        _tokenClient = tokenClient;
        _tokens = tokens;
    }

    public Profile Profile { get; }

    /// <summary>How the hosts of the target are reached.</summary>
    public NetworkRoute Route { get; }

    /// <summary>Null where the profile has no <c>api</c>, or it was not asked for.</summary>
    public ApiDriver? Api { get; }

    /// <summary>Null where the profile has no <c>ui</c>, or it was not asked for.</summary>
    public UiDriver? Ui { get; }

    /// <exception cref="BadInputException">CF5009: a variable of the environment is not set; CF5011: an exchange is mapped to
    /// <c>standard</c>, but the standard fixes no interface; CF5013: a token source is needed; CF5022–CF5024: a client certificate cannot be used.</exception>
    public static TargetSession Open(Profile profile, TargetOptions options)
    {
        var problems = Problems(profile, options);
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        var route = NetworkRoute.Open(profile, options.Secrets, options.Time);
        HttpClient? tokenClient = null;
        OAuthTokenSource? oauth = null;
        ApiDriver? api = null;
        if (profile.Api is { } surface && options.Surfaces.HasFlag(Surfaces.Api))
        {
            var tokens = Tokens(surface, options, route, ref tokenClient, ref oauth);
            var operations = surface.Exchanges.Values.ToDictionary(
                e => e.Name,
                e => new ApiOperation(surface, e, options.Interfaces.GetValueOrDefault(e.Name), options.Vocabulary, profile.Standard));
            api = new ApiDriver(HttpLine.Open(surface.Tls, "api", surface.Base.RevealAddress(options.Secrets).IdnHost, route, surface.Direct, surface.UserAgent), route, surface, operations, profile.Business, tokens, options.Secrets, options.Time);
        }

        var ui = profile.Ui is { } screens && options.Surfaces.HasFlag(Surfaces.Ui)
            ? new UiDriver(screens, profile.Business, options.Secrets, options.Time, options.Browser, route, options.Window, options.Played)
            : null;
        return new TargetSession(profile, api, ui, tokenClient, oauth, route, options.Secrets);
    }

    /// <summary>The build that the target says it is; null where the profile does not say how it is read.</summary>
    /// <exception cref="TargetUnreachableException">No answer.</exception>
    /// <exception cref="ProfileMismatchException">An answer that holds no build where the profile says.</exception>
    public async Task<string?> ReadBuildAsync(CancellationToken cancellationToken) => Profile.Product.Build is { } source
        ? await TargetBuild.ReadAsync(source, Api, Profile.Ui, Route, _secrets, cancellationToken).ConfigureAwait(false)
        : null;

    /// <summary>The drivers for one scenario: what it does on screens is kept apart from other scenarios. Dispose it when the scenario ends.</summary>
    public ScenarioDrivers BeginScenario() => new(reading ?? (IDriver?)Api, Ui?.Lease());

    /// <summary>From now on some exchanges are performed through another edition of the interface, and all others through this one.</summary>
    public void ReadThrough(TargetSession other, IEnumerable<string> exchanges) =>
        reading = Api is not null && other.Api is not null ? new CrossingDriver(Api, other.Api, exchanges.ToHashSet(StringComparer.Ordinal)) : null;

    public async ValueTask DisposeAsync()
    {
        if (Api is not null)
        {
            await Api.DisposeAsync().ConfigureAwait(false);
        }

        if (Ui is not null)
        {
            await Ui.DisposeAsync().ConfigureAwait(false);
        }

        _tokens?.Dispose();
        _tokenClient?.Dispose();
        Route.Dispose();
    }

    private static ITokenSource? Tokens(ApiProfile api, TargetOptions options, NetworkRoute route, ref HttpClient? client, ref OAuthTokenSource? oauth)
    {
        var auth = api.Auth;
        switch (auth.Method)
        {
            case AuthMethod.None:
                return null;
            case AuthMethod.Basic:
                return FixedTokenSource.ForBasic(auth.Client!.Reveal(options.Secrets), auth.Secret!.Reveal(options.Secrets), options.Secrets);
            case var _ when auth.ByHarness:
                return options.Tokens;
            case AuthMethod.Bearer:
                return new FixedTokenSource(auth.Secret!.Reveal(options.Secrets));
            default:
                client = HttpLine.Open(api.Tls, "api", auth.Server!.RevealAddress(options.Secrets).IdnHost, route, api.Direct, api.UserAgent);
                client.Timeout = api.Timeout;
                oauth = new OAuthTokenSource(
                    client, new Uri(auth.Server!.RevealAddress(options.Secrets).ToString().TrimEnd('/')), auth.Client!.RevealUnregistered(options.Secrets), auth.Secret!.Reveal(options.Secrets),
                    auth.Method, options.Secrets, options.Time);
                return oauth;
        }
    }

    private static List<Problem> Problems(Profile profile, TargetOptions options)
    {
        var problems = new List<Problem>();
        foreach (var late in profile.LateTexts.Where(l => (options.Surfaces & l.Surface) != 0))
        {
            problems.AddRange(late.Needs.Where(name => !options.Secrets.IsSet(name)).Select(name => new Problem(
                "CF5009", profile.File, late.At.Line, late.At.Column, $"The environment variable {name} is not set.", "Set it before the run.")));
        }

        // Editions of an interface share what they do not say themselves.
        problems = [.. problems.Distinct()];

        if (profile.Ui is not null && options.Surfaces.HasFlag(Surfaces.Ui))
        {
            problems.AddRange(profile.Network.Certificates.Where(certificate => profile.Network.Hosts.Keys.Any(certificate.Host.Fits)).Select(certificate => new Problem(
                "CF5024", profile.File, certificate.At.Line, certificate.At.Column, $"A browser that shows {certificate.Host} a client certificate asks DNS for it, so network.hosts has no effect there.",
                "Put the name into the machine's hosts file, or run with --driver api.")));
        }

        if (profile.Api is { } api && options.Surfaces.HasFlag(Surfaces.Api))
        {
            problems.AddRange(ProfileLint.WithoutInterface(profile, options.Interfaces));
            if (api.Auth is { ByHarness: true, Method: not (AuthMethod.None or AuthMethod.Basic) } && options.Tokens is null)
            {
                problems.Add(new Problem(
                    "CF5013", profile.File, api.Auth.At.Line, api.Auth.At.Column,
                    "The harness is to be the authorisation server, but it plays none in this run.", "Name the server, or let the run start one."));
            }
        }

        return problems;
    }
}
