using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Ui;

/// <summary>Translates between the items of the standard and what the screens of one exchange call and show them.</summary>
internal sealed class ScreenNames(UiProfile profile, UiExchange exchange)
{
    /// <summary>The label of the item's field; null where the item is on no screen.</summary>
    public string? Label(string item) =>
        exchange.Items.TryGetValue(item, out var own) ? own : profile.Items.TryGetValue(item, out var general) ? general : item;

    /// <summary>The value as it is typed or chosen.</summary>
    public string Show(string item, string value) => Form(item)?.Show(value) ?? value;

    /// <summary>The value behind what is shown.</summary>
    public string Read(string item, string shown) => Form(item)?.Read(shown) ?? shown;

    /// <summary>Whether the header of a table names the item.</summary>
    public bool IsHeader(string header, string item) => Item(header) == item
        || LabelText.Names(header, exchange.Read.Items.GetValueOrDefault(item) ?? Label(item) ?? item);

    /// <summary>What a table shows, by item, each value as the standard writes it.</summary>
    public Dictionary<string, string?> Record(IReadOnlyDictionary<string, string> shown)
    {
        var record = new Dictionary<string, string?>();
        foreach (var (header, text) in shown)
        {
            // A column of links is no item.
            if (exchange.Read.Detail is { } detail && LabelText.Same(text, detail))
            {
                continue;
            }

            var item = Item(header);
            record.TryAdd(item, Read(item, text));
        }

        return record;
    }

    private string Item(string header)
    {
        foreach (var (item, name) in exchange.Read.Items.Concat(Labels(exchange.Items)).Concat(Labels(profile.Items)))
        {
            if (LabelText.Names(header, name))
            {
                return item;
            }
        }

        return LabelText.Clean(header);
    }

    private ShownAs? Form(string item) => exchange.As.GetValueOrDefault(item) ?? profile.As.GetValueOrDefault(item);

    private static IEnumerable<KeyValuePair<string, string>> Labels(IReadOnlyDictionary<string, string?> labels) =>
        labels.Where(l => l.Value is not null).Select(l => KeyValuePair.Create(l.Key, l.Value!));
}
