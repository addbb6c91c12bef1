using Conformance.Spec;

namespace Conformance.Cli.Runs;

/// <summary>The names of items, as they are spoken, and what they are called in data.</summary>
internal static class ItemNames
{
    /// <returns>Name to ローマ字. The names of the interfaces come first, because they are what is spoken; the item list fills the rest.</returns>
    public static IReadOnlyDictionary<string, string> Of(Standard standard)
    {
        var items = standard.Items.Select(item => (item.Name, Field: item.Romaji));
        var interfaces = standard.Interfaces.OrderBy(file => file.Basis).SelectMany(file => file.Items).Select(item => (item.Name, item.Field));

        // The interfaces of an illustrative standard are those of its neighbours; its own names stand in the item list.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, field) in standard.Status == StandardStatus.Illustrative ? items.Concat(interfaces) : interfaces.Concat(items))
        {
            names.TryAdd(name, field);
        }

        return names;
    }
}
