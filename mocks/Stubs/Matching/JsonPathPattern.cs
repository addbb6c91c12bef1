using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Conformance.Mocks;

/// <summary>matchesJsonPath: the path leads to something, and with <paramref name="inner"/> that something is like it.</summary>
internal sealed class JsonPathPattern(string expression, ValuePattern? inner) : ValuePattern
{
    public override bool Matches(string? value) => Matches(StubRequest.ParseToken(value));

    public override bool MatchesBody(StubRequest request) => Matches(request.Token);

    public override double Distance(string? value)
    {
        var found = Find(StubRequest.ParseToken(value));
        return found.Count == 0 ? inner?.Distance((string?)null) ?? 1
            : inner is null ? Matches(found) ? 0 : 1
            : found.Min(token => inner.Distance(Text(token)));
    }

    private bool Matches(JToken? root) => Matches(Find(root));

    private bool Matches(List<JToken> found)
    {
        if (inner is null)
        {
            return found.Exists(token => token.Type != JTokenType.Null && token is not JContainer { Count: 0 });
        }

        // An indefinite path (a filter, a wildcard) gives a list: one of it will do, or the list as a whole.
        return found.Count == 0
            ? inner.Matches((string?)null)
            : found.Exists(token => inner.Matches(Text(token)))
                || (found.Count > 1 && inner.Matches(new JArray(found).ToString(Formatting.None)))
                || (found is [JArray list] && list.Any(element => inner.Matches(Text(element))));
    }

    private List<JToken> Find(JToken? root)
    {
        if (root is null)
        {
            return [];
        }

        try
        {
            return [.. root.SelectTokens(expression)];
        }
        catch (JsonException)
        {
            // A filter that does not fit this document.
            return [];
        }
    }

    internal static string? Text(JToken token) => token.Type switch
    {
        JTokenType.Null => null,
        JTokenType.String => token.Value<string>(),
        JTokenType.Object or JTokenType.Array => token.ToString(Formatting.None),
        JTokenType.Boolean => token.Value<bool>() ? "true" : "false",
        _ => token.ToString(Formatting.None),
    };
}
