namespace Conformance.Drivers.Ui;

/// <summary>
/// Follows the links of the screens, breadth first and bounded, and reads every name on them. Nothing is pressed but the buttons that the profile names (<c>ui.crawl.press</c>), with the fields as they stand.
/// </summary>
internal static class ScreenCrawl
{
    private static readonly string[] Leaving = ["ログアウト", "logout", "signout", "終了"];

    public static async Task<IReadOnlyList<SearchedPlace>> RunAsync(UiSession session, Uri start, int limit, IReadOnlyList<string> pressed, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(session, start, limit, pressed, cancellationToken).ConfigureAwait(false)).Select(seen => Place(seen.Screen, seen.Address) with { Surface = "ui", Path = seen.Address.AbsolutePath, Title = seen.Screen.Name, ReachedBy = seen.Link })];

    /// <summary>The screens themselves, each with the words of the link that leads to it (empty for the first).</summary>
    /// <param name="pressed">Names of buttons that are pressed, once on each screen that has one; none: nothing is submitted.</param>
    public static async Task<IReadOnlyList<(Screen Screen, Uri Address, string Link)>> ReadAsync(UiSession session, Uri start, int limit, IReadOnlyList<string> pressed, CancellationToken cancellationToken)
    {
        var places = new List<(Screen, Uri, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { Key(start) };
        var next = new Queue<(Uri Address, string Link)>([(start, "")]);
        while (next.Count > 0 && places.Count < limit)
        {
            var (address, words) = next.Dequeue();
            await session.GoAsync(address, cancellationToken).ConfigureAwait(false);
            var screen = await session.ReadAsync(cancellationToken).ConfigureAwait(false);
            places.Add((screen, address, words));
            Follow(screen, address);
            foreach (var name in pressed)
            {
                // Anew for each: what was pressed before may have changed the screen.
                await session.GoAsync(address, cancellationToken).ConfigureAwait(false);
                var fresh = await session.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (fresh.Actions.FirstOrDefault(action => !action.Link && !action.Locked && LabelText.Names(action.Name, name)) is { } button && places.Count < limit)
                {
                    await session.PressAsync(button, cancellationToken).ConfigureAwait(false);
                    var answer = await session.ReadAsync(cancellationToken).ConfigureAwait(false);
                    places.Add((answer, address, $"「{name}」を押す"));
                    Follow(answer, address);
                }
            }
        }

        return places;

        void Follow(Screen screen, Uri address)
        {
            foreach (var link in screen.Actions.Where(action => action.Link && action.Href.Length > 0 && !Leaving.Any(word => (action.Name + action.Href).Contains(word, StringComparison.OrdinalIgnoreCase))))
            {
                if (Uri.TryCreate(address, link.Href, out var target) && target.Authority == start.Authority && seen.Add(Key(target)))
                {
                    next.Enqueue((target, LabelText.Clean(link.Name)));
                }
            }
        }
    }

    // A page of a list leads to a page like it: one of each path is enough.
    private static string Key(Uri address) => address.AbsolutePath;

    private static SearchedPlace Place(Screen screen, Uri address) => new($"{screen.Name}（{address.AbsolutePath}）",
    [
        screen.Title, screen.Top,
        .. screen.Actions.Select(action => action.Name),
        .. screen.Fields.SelectMany(field => field.Options.Append(field.Label).Append(field.Group)),
        .. screen.Tables.SelectMany(table => table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Head).Select(cell => cell.Text).Append(table.Caption).Append(table.Heading)),
        .. screen.Messages.Select(message => message.Text),
    ], screen.Fields.Where(field => field.Type == "select").GroupBy(field => field.Label).ToDictionary(group => group.Key, group => group.First().Values, StringComparer.Ordinal));
}
