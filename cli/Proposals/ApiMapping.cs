using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;

namespace Conformance.Cli.Proposals;

/// <summary>How an exchange would be written under <c>api:</c>, from the operation that it is guessed to be.</summary>
internal static class ApiMapping
{
    private static readonly string[] ItemNames = ["komoku", "item", "field", "name", "key", "項目"];
    private static readonly string[] ValueNames = ["chi", "atai", "value", "keyword", "値"];
    private static readonly string[] MatchNames = ["itchi", "match", "operator", "mode", "一致条件"];

    /// <summary>One line of YAML, without the name.</summary>
    public static string Of(SoughtExchange exchange, OfferedPlace place, IReadOnlyDictionary<string, string> vocabulary)
    {
        if (exchange.Official is { } official && official.Method == place.Method && official.Path.Trim('/') == place.Path.Trim('/'))
        {
            return "standard";
        }

        var fields = place.Takes.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var titled = place.Takes.Where(field => field.Title.Length > 0).GroupBy(field => JapaneseTerms.Item(field.Title)).ToDictionary(same => same.Key, same => same.First().Name, StringComparer.Ordinal);
        var parts = new List<string> { $"{place.Method.ToLowerInvariant()}: {YamlWord.Of(Path(place, vocabulary))}" };
        var conditions = Conditions(place);
        var items = conditions is not null ? [] : exchange.Takes.Where(item => !fields.Contains(vocabulary.GetValueOrDefault(item) ?? item))
            .Select(item => (Item: item, Field: titled.GetValueOrDefault(JapaneseTerms.Item(item)))).Where(pair => pair.Field is not null && !vocabulary.Values.Contains(pair.Field)).ToList();
        if (items.Count > 0)
        {
            parts.Add("items: " + YamlWord.Map(items.Select(pair => (pair.Item, pair.Field!))));
        }

        if (With(exchange, place, vocabulary) is { Count: > 0 } with)
        {
            parts.Add("with: " + YamlWord.Map(with));
        }

        if (conditions is not null)
        {
            parts.Add("conditions: " + YamlWord.Map(conditions));
        }

        if (place.Records is not ("" or "$.result[*]"))
        {
            parts.Add($"read: {{records: '{place.Records}'}}");
        }

        return "{" + string.Join(", ", parts) + "}";
    }

    // A parameter of the path is called by its item.
    private static string Path(OfferedPlace place, IReadOnlyDictionary<string, string> vocabulary)
    {
        var path = place.Path;
        foreach (var field in place.Takes.Where(field => path.Contains($"{{{field.Name}}}", StringComparison.Ordinal)))
        {
            var item = vocabulary.FirstOrDefault(pair => pair.Value == field.Name).Key ?? vocabulary.Keys.FirstOrDefault(name => field.Title.Length > 0 && JapaneseTerms.Item(name) == JapaneseTerms.Item(field.Title));
            path = item is null ? path : path.Replace($"{{{field.Name}}}", $"{{{item}}}", StringComparison.Ordinal);
        }

        return path;
    }

    // What an operation that does several things is told by: the one value that is called as the exchange is.
    private static List<(string, string)> With(SoughtExchange exchange, OfferedPlace place, IReadOnlyDictionary<string, string> vocabulary)
    {
        var own = JapaneseTerms.Plain(exchange.Name);
        return [.. place.Takes.Where(field => field.Required && field.Values.Count > 1 && !exchange.Takes.Any(item => vocabulary.GetValueOrDefault(item) == field.Name))
            .Select(field => (field.Name, Value: field.Values.FirstOrDefault(value => value.Any(char.IsLetter) && JapaneseTerms.Plain(value) == own))).Where(pair => pair.Value is not null).Select(pair => (pair.Name, pair.Value!))];
    }

    private static List<(string, string)>? Conditions(OfferedPlace place)
    {
        foreach (var list in place.Takes.Where(field => field.Members.Count is > 1 and < 6))
        {
            OfferedField? Member(string[] names) => list.Members.FirstOrDefault(member => names.Contains(member.Name, StringComparer.OrdinalIgnoreCase) || names.Contains(member.Title));
            if (Member(ItemNames) is { } item && Member(ValueNames) is { } value)
            {
                var layout = new List<(string, string)> { ("in", list.Name), ("item", item.Name), ("value", value.Name) };
                if (Member(MatchNames) is { } match)
                {
                    layout.Add(("match", match.Name));
                    layout.AddRange(Kind(match, "exact", ["kanzen", "exact", "eq", "equals", "完全一致"]));
                    layout.AddRange(Kind(match, "partial", ["bubun", "partial", "contains", "like", "部分一致"]));
                }

                return layout;
            }
        }

        return null;
    }

    private static IEnumerable<(string, string)> Kind(OfferedField match, string key, string[] words) =>
        match.Values.Where(value => words.Contains(value, StringComparer.OrdinalIgnoreCase)).Take(1).Select(value => (key, value));
}
