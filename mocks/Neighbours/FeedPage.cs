using System.Globalization;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>A piece of a feed: what came after a cursor.</summary>
internal static class FeedPage
{
    private const int Largest = 500;

    /// <returns>Where to go on; null where <c>since</c> is no cursor of ours.</returns>
    public static int? Position(MockRequest request) => request.Parameters().GetValueOrDefault("since") switch
    {
        null or "" => 0,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) => position,
        _ => null,
    };

    public static (string Cursor, IReadOnlyList<T> Entries) Of<TEntry, T>(int position, IReadOnlyList<TEntry> all, Func<TEntry, T> pick)
    {
        var entries = all.Skip(position).Take(Largest).Select(pick).ToList();
        return ((Math.Min(position, all.Count) + entries.Count).ToString(CultureInfo.InvariantCulture), entries);
    }
}
