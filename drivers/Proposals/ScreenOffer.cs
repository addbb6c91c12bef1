using Conformance.Drivers.Network;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Proposals;

/// <summary>Looks through the screens of a product of which nothing is known yet: logs in where there is a form for it, follows links, and submits nothing.</summary>
public static class ScreenOffer
{
    // A menu of a business has some forty entries; beyond this a crawl goes round in circles.
    private const int Screens = 150;

    /// <param name="operators">Names of variables of the environment, each <c>name:password</c>; the first one looks. Empty where no login is needed.</param>
    /// <exception cref="Conformance.Spec.BadInputException">CF5020: no browser; CF5009: a variable is not set.</exception>
    /// <exception cref="TargetUnreachableException">The first screen does not answer.</exception>
    /// <exception cref="ProfileMismatchException">The login does not work.</exception>
    public static async Task<(OfferedLogin? Login, IReadOnlyList<OfferedPlace> Screens)> LookAsync(
        Uri start, IReadOnlyList<string> operators, Secrets secrets, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var browser = new BrowserHost();
        var (login, screens) = await OnceAsync(start, null, operators, browser, secrets, time, cancellationToken).ConfigureAwait(false);
        return login is null || operators.Count == 0
            ? (login, screens)
            : (login, (await OnceAsync(start, login, operators, browser, secrets, time, cancellationToken).ConfigureAwait(false)).Screens);
    }

    private static async Task<(OfferedLogin? Login, IReadOnlyList<OfferedPlace> Screens)> OnceAsync(
        Uri start, OfferedLogin? login, IReadOnlyList<string> operators, BrowserHost browser, Secrets secrets, TimeProvider time, CancellationToken cancellationToken)
    {
        LateText Late(string text, bool secret = false) => new(text, text, secret, default);
        var profile = new UiProfile
        {
            Base = Late(start.ToString()),
            Login = login is null ? null : new UiLogin
            {
                Open = login.Path.Length > 0 ? login.Path : null,
                Fill = new Dictionary<string, LateText> { [login.Operator] = Late("${operator}"), [login.Password] = Late("${password}") },
                Press = login.Press,
            },
            Operators = [.. operators.Select(name => new UiOperator(Late($"${{env:{name}}}", secret: true), null))],
            Timeouts = new UiTimeouts { Page = TimeSpan.FromSeconds(15), Action = TimeSpan.FromSeconds(2) },
        };
        using var route = NetworkRoute.Straight(secrets);
        await using var driver = new UiDriver(profile, null, secrets, time, browser, route);
        return await driver.OfferAsync(Screens, cancellationToken).ConfigureAwait(false);
    }
}
