using System.Globalization;

namespace Conformance.Drivers.Ui;

/// <summary>
/// Follows the links of the screens, breadth first and bounded, presses the menus, tabs and buttons that have no address and belong to no form, and reads every name on what is shown.
/// A request that could write is not let out, so that nothing is submitted, whatever a button does.
/// </summary>
/// <param name="limit">Screens at most.</param>
/// <param name="menus">Forms that hold nothing to fill in may be submitted: menus that are made of them.</param>
/// <param name="pictured">Whether a picture of the screen with this address is wanted.</param>
internal sealed class ScreenCrawl(UiSession session, Uri start, int limit, bool menus, Func<Uri, bool> pictured)
{
    private const int PressesPerScreen = 12;

    // A target that stalls costs a page deadline each time.
    private const int Patience = 3;

    // As the whole name: a screen may be called 支援措置の終了, and a link in a list that is only called 削除 may do it at once.
    private static readonly string[] Acting = ["終了", "削除", "取消", "閉じる"];

    private readonly List<CrawledScreen> seen = [];
    private readonly List<string> failures = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal) { Key(start) };
    private readonly Queue<(Uri Address, string Link)> next = new([(start, "")]);
    private int silent;

    public IReadOnlyList<CrawledScreen> Seen => seen;

    /// <summary>Screens that failed, and how many were left when the limit was reached.</summary>
    public IReadOnlyList<string> Gaps => next.Count == 0 ? failures : [.. failures, string.Create(CultureInfo.InvariantCulture, $"{limit} 画面で打ち切り、少なくとも {next.Count} 画面を見ていない")];

    public int Pressed { get; private set; }

    public int Withheld { get; private set; }

    /// <exception cref="TargetUnreachableException">The first screen does not answer.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var held = await session.WithholdWritesAsync(menus, () => Withheld++).ConfigureAwait(false);
        while (next.Count > 0 && seen.Count < limit && silent < Patience)
        {
            var (address, link) = next.Dequeue();
            try
            {
                await VisitAsync(address, link, cancellationToken).ConfigureAwait(false);
            }
            catch (TargetUnreachableException e) when (seen.Count > 0)
            {
                silent++;
                failures.Add($"{address.AbsolutePath}: {e.Message.Split('\n')[0]}");
            }

            // A window may open a moment after the press.
            await FollowWindowsAsync(address, link).ConfigureAwait(false);
        }
    }

    private async Task VisitAsync(Uri address, string link, CancellationToken cancellationToken)
    {
        await session.GoAsync(address, cancellationToken).ConfigureAwait(false);
        var screen = await session.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (session.DocumentStatus is >= 500 or 429)
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{address.AbsolutePath}: {session.DocumentStatus}"));
            return;
        }

        // A dead link, or a screen that is not for this operator, shows nothing of the product.
        if (session.DocumentStatus is >= 400)
        {
            return;
        }

        await SeeAsync(screen, address, link, cancellationToken).ConfigureAwait(false);
        await PressAsync(screen, address, cancellationToken).ConfigureAwait(false);
    }

    private async Task SeeAsync(Screen screen, Uri address, string link, CancellationToken cancellationToken)
    {
        seen.Add(new CrawledScreen(screen, address, LabelText.Clean(link), pictured(address) ? await session.PictureOfNamesAsync(cancellationToken).ConfigureAwait(false) : null));
        foreach (var action in screen.Actions.Where(action => action.Link && action.Href.Length > 0 && !Leaves(action)))
        {
            Follow(action.Href, address, action.Name);
        }
    }

    private async Task PressAsync(Screen screen, Uri address, CancellationToken cancellationToken)
    {
        foreach (var name in screen.Actions.Where(Opens).Select(action => action.Name).Distinct().Take(PressesPerScreen).TakeWhile(_ => seen.Count < limit))
        {
            var now = await session.CurrentAsync(cancellationToken).ConfigureAwait(false);
            if (now.Document != screen.Document || now.Url != screen.Url)
            {
                await session.GoAsync(address, cancellationToken).ConfigureAwait(false);
                now = await session.ReadAsync(cancellationToken).ConfigureAwait(false);
            }

            if (now.Actions.FirstOrDefault(action => action.Name == name && Opens(action)) is { } action)
            {
                await PressAsync(action, now, address, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task PressAsync(ScreenAction action, Screen before, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await session.PressAsync(action, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfileMismatchException)
        {
            // Something lies over it: a person could not press it either.
            return;
        }

        Pressed++;
        await FollowWindowsAsync(address, action.Name).ConfigureAwait(false);
        var after = await session.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (after.Url != before.Url && Follow(after.Url, address, action.Name))
        {
            return;
        }

        // What a script shows without an address is seen here and now or never.
        if (after.Name != before.Name || after.Actions.Any(shown => !before.Actions.Any(was => was.Name == shown.Name)) || after.Fields.Any(shown => !before.Fields.Any(was => was.Label == shown.Label)))
        {
            await SeeAsync(after, address, action.Name, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FollowWindowsAsync(Uri from, string name)
    {
        foreach (var window in await session.ClosePopupsAsync().ConfigureAwait(false))
        {
            Follow(window, from, name);
        }
    }

    private bool Follow(string href, Uri from, string name)
    {
        if (!Uri.TryCreate(from, href, out var target) || target.Authority != start.Authority)
        {
            return false;
        }

        if (known.Add(Key(target)))
        {
            next.Enqueue((target, name));
        }

        return true;
    }

    private bool Opens(ScreenAction action) => action is { Href.Length: 0, Locked: false, Name.Length: > 0 } && !Leaves(action) && (action.Form.Length == 0 || (menus && action.Bare));

    private static bool Leaves(ScreenAction action) => Acting.Contains(LabelText.Clean(action.Name)) || action.LogsOut;

    // A page of a list leads to a page like it: one of each path is enough. Some products keep the screen behind the hash.
    private static string Key(Uri address) => address.AbsolutePath + (address.Fragment.StartsWith("#/", StringComparison.Ordinal) ? address.Fragment : "");
}
