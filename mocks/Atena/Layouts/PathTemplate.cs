namespace Conformance.Mocks;

/// <summary>Paths with <c>{宛名番号}</c> for a whole segment.</summary>
internal static class PathTemplate
{
    /// <summary>Item to value where the path has the form of the template; null where it has not.</summary>
    public static IReadOnlyDictionary<string, string>? Match(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        if (wanted.Length != given.Length)
        {
            return null;
        }

        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < wanted.Length; i++)
        {
            if (Item(wanted[i]) is { } item && given[i].Length > 0)
            {
                items[item] = Uri.UnescapeDataString(given[i]);
            }
            else if (wanted[i] != given[i])
            {
                return null;
            }
        }

        return items;
    }

    public static IEnumerable<string> Items(string template) => template.Split('/').Select(Item).OfType<string>();

    private static string? Item(string segment) => segment is ['{', .. var name, '}'] ? name : null;
}
