using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;

namespace Conformance.Cli.Proposals;

/// <summary>How an exchange would be written under <c>ui:</c>, from the screen that it is guessed to begin on.</summary>
internal static class ScreenMapping
{
    public static string Of(SoughtExchange exchange, OfferedPlace screen, Uri start)
    {
        var parts = new List<string> { "open: " + YamlWord.Of(Open(screen, start)) };
        var labels = screen.Takes.GroupBy(field => JapaneseTerms.Item(field.Name)).ToDictionary(same => same.Key, same => same.First().Name, StringComparer.Ordinal);
        var items = exchange.Takes.Select(item => (Item: item, Label: labels.GetValueOrDefault(JapaneseTerms.Item(item)))).Where(pair => pair.Label is not null && pair.Label != pair.Item).ToList();
        if (items.Count > 0)
        {
            parts.Add("items: " + YamlWord.Map(items.Select(pair => (pair.Item, pair.Label!))));
        }

        if (Press(exchange, screen) is { } press)
        {
            parts.Add("press: " + YamlWord.Of(press));
        }

        if (screen.Tables.Count == 1)
        {
            parts.Add($"read: {{table: {YamlWord.Of(screen.Tables[0])}}}");
        }

        return "{" + string.Join(", ", parts) + "}";
    }

    /// <summary>The button whose word is of the same kind of work, else the first; null where there is none.</summary>
    public static string? Press(SoughtExchange exchange, OfferedPlace screen)
    {
        var natures = JapaneseTerms.Natures(exchange.Name);
        return screen.Buttons.FirstOrDefault(button => JapaneseTerms.Plain(button) == JapaneseTerms.Plain(exchange.Name))
            ?? screen.Buttons.FirstOrDefault(button => JapaneseTerms.Natures(button).Any(natures.Contains))
            ?? (screen.Buttons is [var first, ..] ? first : null);
    }

    private static string Open(OfferedPlace screen, Uri start) => screen.Menu.Length > 0 && !screen.Menu.StartsWith('/') && !screen.Menu.Contains('>', StringComparison.Ordinal) ? screen.Menu
        : screen.Path.StartsWith(start.AbsolutePath, StringComparison.Ordinal) ? "/" + screen.Path[start.AbsolutePath.Length..].TrimStart('/')
        : screen.Path;
}
