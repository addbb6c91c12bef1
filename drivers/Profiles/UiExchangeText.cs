namespace Conformance.Drivers.Profiles;

/// <summary>A screen mapping as a profile writes it: what <see cref="ProfileLoader"/> reads back as the same.</summary>
public static class UiExchangeText
{
    /// <summary>One line per part, to stand under the name of the exchange.</summary>
    public static IReadOnlyList<string> Lines(UiExchange exchange)
    {
        var lines = new List<string>();
        if (IsShort(exchange))
        {
            lines.AddRange(Parts(exchange.Steps[0], shortForm: true).Select(part => $"{part.Key}: {part.Value}"));
        }
        else
        {
            lines.Add("steps:");
            lines.AddRange(exchange.Steps.Select(step => "- " + Braces(Parts(step, shortForm: false))));
        }

        lines.AddRange(Rest(exchange).Select(part => $"{part.Key}: {part.Value}"));
        return lines;
    }

    /// <summary>The same in braces.</summary>
    public static string Flow(UiExchange exchange) => Braces((IsShort(exchange) ? Parts(exchange.Steps[0], shortForm: true) : [("steps", "[" + string.Join(", ", exchange.Steps.Select(step => Braces(Parts(step, shortForm: false)))) + "]")]).Concat(Rest(exchange)));

    private static bool IsShort(UiExchange exchange) => exchange.Steps is [{ FillConditions: true }];

    private static IEnumerable<(string Key, string Value)> Parts(UiStep step, bool shortForm)
    {
        if (step.Open is { } open)
        {
            yield return ("open", YamlWord.Of(open));
        }

        if (step.In is { } table)
        {
            yield return ("in", YamlWord.Of(table));
            yield return ("row", List(step.Row));
        }

        if (step.Set.Count > 0)
        {
            yield return ("set", Map(step.Set));
        }

        if (step.Fill is { Only: { } only })
        {
            yield return ("fill", List(only));
        }
        else if (step.Fill is null == shortForm)
        {
            yield return ("fill", shortForm ? "none" : "all");
        }

        if (step.FillConditions && !shortForm)
        {
            yield return ("conditions", "true");
        }

        if (step.Press is { } press)
        {
            yield return ("press", YamlWord.Of(press));
        }

        if (step.Confirm is { } confirm)
        {
            yield return ("confirm", YamlWord.Of(confirm));
        }

        if (step.AbsentIsRefusal)
        {
            yield return ("absent", "refused");
        }
    }

    private static IEnumerable<(string Key, string Value)> Rest(UiExchange exchange)
    {
        if (exchange.Items.Count > 0)
        {
            yield return ("items", Braces(exchange.Items.Select(pair => (YamlWord.Of(pair.Key), pair.Value is null ? "~" : YamlWord.Of(pair.Value)))));
        }

        if (exchange.As.Count > 0)
        {
            yield return ("as", Braces(exchange.As.Select(pair => (YamlWord.Of(pair.Key), pair.Value is ShownAs.Codes codes ? Braces(codes.Texts.Select(text => (YamlWord.Of(text.Key), YamlWord.Of(text.Value)))) : ShownAs.Named.First(form => form.Value == pair.Value).Key))));
        }

        var (conditions, preset) = (exchange.Conditions, new UiConditions());
        if (conditions.Match is { } match)
        {
            yield return ("conditions", Braces(Texts(("match", match), ("exact", conditions.Exact == preset.Exact && conditions.Partial == preset.Partial ? null : conditions.Exact), ("partial", conditions.Exact == preset.Exact && conditions.Partial == preset.Partial ? null : conditions.Partial))));
        }

        var read = exchange.Read;
        var parts = Texts(("role", read.Role), ("text", read.Text), ("table", read.Table), ("detail", read.Detail), ("record", read.Record), ("back", read.Back), ("next", read.Next), ("none", read.None)).ToList();
        parts.AddRange(read.Items.Count > 0 ? [("items", Map(read.Items))] : []);
        parts.AddRange(read.Match.Count > 0 ? [("match", Map(read.Match))] : []);
        if (parts.Count > 0)
        {
            yield return ("read", Braces(parts));
        }
    }

    private static IEnumerable<(string Key, string Value)> Texts(params (string Key, string? Value)[] parts) => parts.Where(part => part.Value is not null).Select(part => (part.Key, YamlWord.Of(part.Value!)));

    private static string Map(IEnumerable<KeyValuePair<string, string>> pairs) => YamlWord.Map(pairs.Select(pair => (pair.Key, pair.Value)));

    private static string Braces(IEnumerable<(string Key, string Value)> parts) => "{" + string.Join(", ", parts.Select(part => $"{part.Key}: {part.Value}")) + "}";

    private static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(YamlWord.Of)) + "]";
}
