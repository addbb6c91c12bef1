using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>One of the feeds of 住民記録: entries in the order in which they become visible. Not thread-safe: <see cref="ResidentRegistry"/> holds the lock.</summary>
/// <param name="member">Name of the array in the answer.</param>
internal sealed class ResidentFeed(string name, string member, string operation)
{
    private readonly List<FeedEntry> entries = [];
    private readonly Dictionary<string, List<JsonObject>> held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> delivered = new(StringComparer.Ordinal);

    public string Name => name;

    public string Operation => operation;

    public void Add(string number, JsonObject entry, Delivery delivery)
    {
        if (delivery == Delivery.Later)
        {
            (held.TryGetValue(number, out var waiting) ? waiting : held[number] = []).Add(entry);
            return;
        }

        for (var i = 0; i < (delivery == Delivery.Twice ? 2 : 1); i++)
        {
            entries.Add(new FeedEntry(number, entry));
        }
    }

    /// <returns>False where nothing of that number is held back.</returns>
    public bool Release(string number)
    {
        if (!held.Remove(number, out var waiting))
        {
            return false;
        }

        entries.AddRange(waiting.Select(entry => new FeedEntry(number, entry)));
        return true;
    }

    /// <summary>The latest entry of that number; null without one.</summary>
    public JsonObject? Latest(string number) =>
        held.TryGetValue(number, out var waiting) ? waiting[^1] : entries.FindLast(entry => entry.Number == number)?.Entry;

    public IReadOnlyList<string> DeliveredTo(string number) => delivered.TryGetValue(number, out var clients) ? [.. clients] : [];

    public bool Knows(string number) => held.ContainsKey(number) || entries.Exists(entry => entry.Number == number);

    /// <summary>True where every visible entry of that number has been read by somebody.</summary>
    public bool IsDelivered(string number) => entries.Exists(entry => entry.Number == number && entry.Read)
        && !entries.Exists(entry => entry.Number == number && !entry.Read);

    public JsonObject Page(int position, string? client)
    {
        var (cursor, page) = FeedPage.Of(position, entries, entry => entry);
        foreach (var entry in page)
        {
            entry.Read = true;
            (delivered.TryGetValue(entry.Number, out var clients) ? clients : delivered[entry.Number] = []).Add(client ?? "");
        }

        return new JsonObject { ["cursor"] = cursor, [member] = new JsonArray([.. page.Select(entry => entry.Entry.DeepClone())]) };
    }

    private sealed class FeedEntry(string number, JsonObject entry)
    {
        public string Number => number;

        public JsonObject Entry => entry;

        public bool Read { get; set; }
    }
}
