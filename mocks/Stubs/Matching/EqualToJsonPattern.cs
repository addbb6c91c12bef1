using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Mocks;

/// <summary>equalToJson: same members and elements, whatever the spelling. Placeholders (<c>${json-unit.any-string}</c> …) stand for any value of a kind.</summary>
internal sealed class EqualToJsonPattern(JsonNode? expected, bool ignoreArrayOrder, bool ignoreExtraElements) : ValuePattern
{
    private const string PlaceholderStart = "${json-unit.";

    public override bool Matches(string? value) => StubRequest.ParseJson(value) is var actual && (actual is not null || value?.Trim() == "null") && Same(expected, actual);

    public override bool MatchesBody(StubRequest request) => request.Json is { } actual ? Same(expected, actual) : Matches(request.Body);

    public override double Distance(string? value)
    {
        if (StubRequest.ParseJson(value) is not { } actual)
        {
            return Matches(value) ? 0 : 1;
        }

        var (different, total) = Count(expected, actual);
        return different == 0 ? 0 : Math.Min(1, (double)different / Math.Max(1, total));
    }

    private bool Same(JsonNode? wanted, JsonNode? actual) => (wanted, actual) switch
    {
        (JsonValue text, _) when Placeholder(text) is { } placeholder => Fits(placeholder, actual),
        (null, null) => true,
        (JsonObject left, JsonObject right) => (ignoreExtraElements || right.All(member => left.ContainsKey(member.Key)))
            && left.All(member => right.TryGetPropertyValue(member.Key, out var other) ? Same(member.Value, other) : IsIgnored(member.Value)),
        (JsonArray left, JsonArray right) => SameList(left, right),
        (JsonValue left, JsonValue right) => SameValue(left, right),
        _ => false,
    };

    private bool SameList(JsonArray left, JsonArray right)
    {
        if (ignoreExtraElements ? right.Count < left.Count : right.Count != left.Count)
        {
            return false;
        }

        if (!ignoreArrayOrder)
        {
            // Extra elements may stand behind the wanted ones only.
            return left.Zip(right, Same).All(same => same);
        }

        var free = right.ToList();
        foreach (var wanted in left)
        {
            var found = free.FindIndex(candidate => Same(wanted, candidate));
            if (found < 0)
            {
                return false;
            }

            free.RemoveAt(found);
        }

        return true;
    }

    private static bool SameValue(JsonValue left, JsonValue right) => (left.GetValueKind(), right.GetValueKind()) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => left.TryGetValue<decimal>(out var a) && right.TryGetValue<decimal>(out var b)
            ? a == b
            : left.ToJsonString() == right.ToJsonString(),
        (JsonValueKind.String, JsonValueKind.String) => left.GetValue<string>() == right.GetValue<string>(),
        var (a, b) => a == b,
    };

    private static string? Placeholder(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text
        && text.StartsWith(PlaceholderStart, StringComparison.Ordinal) && text.Contains('}', StringComparison.Ordinal)
            ? text.EndsWith('}') && !text.StartsWith(PlaceholderStart + "regex}", StringComparison.Ordinal) ? text[PlaceholderStart.Length..^1] : text[PlaceholderStart.Length..]
            : null;

    private static bool IsIgnored(JsonNode? wanted) => wanted is JsonValue value && Placeholder(value) is "ignore-element";

    private static bool Fits(string placeholder, JsonNode? actual) => placeholder switch
    {
        "ignore" or "ignore-element" => true,
        "any-string" => actual?.GetValueKind() == JsonValueKind.String,
        "any-number" => actual?.GetValueKind() == JsonValueKind.Number,
        "any-boolean" => actual?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ when placeholder.StartsWith("regex}", StringComparison.Ordinal) => actual is JsonValue value && value.GetValueKind() == JsonValueKind.String
            && Regex.IsMatch(value.GetValue<string>(), @"\A(?:" + placeholder["regex}".Length..] + @")\z", RegexOptions.None, TimeSpan.FromSeconds(1)),
        _ => false,
    };

    private static (int Different, int Total) Count(JsonNode? wanted, JsonNode? actual)
    {
        switch (wanted, actual)
        {
            case (JsonObject left, JsonObject right):
                var members = left.Select(member => right.TryGetPropertyValue(member.Key, out var other) ? Count(member.Value, other) : (1, 1)).ToList();
                var extra = right.Count(member => !left.ContainsKey(member.Key));
                return (members.Sum(count => count.Item1) + extra, members.Sum(count => count.Item2) + extra + 1);
            case (JsonArray left, JsonArray right):
                var elements = left.Zip(right, Count).ToList();
                var rest = Math.Abs(left.Count - right.Count);
                return (elements.Sum(count => count.Different) + rest, elements.Sum(count => count.Total) + rest + 1);
            default:
                return (JsonNode.DeepEquals(wanted, actual) ? 0 : 1, 1);
        }
    }
}
