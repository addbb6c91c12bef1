using System.Text.Json.Nodes;

namespace Conformance.Gherkin.Tests;

/// <summary>Messages by kind, made comparable: identifiers become ordinals, and what must differ is left out.</summary>
internal static class MessageStream
{
    // Times and the machine; where and in which language the steps are written; texts of exceptions; and what only one side says.
    private static readonly HashSet<string> LeftOut =
        ["timestamp", "duration", "sourceReference", "workerId", "message", "exception", "snippets", "testRunStartedId"];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Comparable(IEnumerable<string> lines)
    {
        var messages = lines.Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!.AsObject().Single()).ToList();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, body) in messages)
        {
            Number(kind, body!, ids);
        }

        return messages
            .Where(message => message.Key != "meta")
            .GroupBy(message => message.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(message => Normal(message.Key, "", message.Value!, ids)!.ToJsonString())], StringComparer.Ordinal);
    }

    private static void Number(string kind, JsonNode node, Dictionary<string, string> ids)
    {
        switch (node)
        {
            case JsonObject map:
                if (map["id"] is { } id)
                {
                    ids.TryAdd(id.GetValue<string>(), $"{kind}:{ids.Values.Count(known => known.StartsWith(kind + ":", StringComparison.Ordinal))}");
                }

                foreach (var (_, value) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    if (value is not null)
                    {
                        Number(kind, value, ids);
                    }
                }

                break;
            case JsonArray list:
                foreach (var value in list)
                {
                    Number(kind, value!, ids);
                }

                break;
        }
    }

    private static JsonNode? Normal(string kind, string property, JsonNode node, Dictionary<string, string> ids) => node switch
    {
        JsonObject map => new JsonObject(map
            .Where(entry => !LeftOut.Contains(entry.Key) && !(kind == "hook" && entry.Key == "name"))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Normal(kind, entry.Key, entry.Value!, ids)))
            .Where(entry => !(entry.Key == "children" && entry.Value is JsonArray { Count: 0 }))),

        // Groups that took no part: our {string} has one alternative more.
        JsonArray list => new JsonArray([.. list.Select(item => Normal(kind, property, item!, ids)).Where(item => property != "children" || item is JsonObject { Count: > 0 })]),
        _ when property is "uri" => Path.GetFileName(node.GetValue<string>()),
        _ when node.GetValueKind() == System.Text.Json.JsonValueKind.String
            && (property is "id" || property.EndsWith("Id", StringComparison.Ordinal) || property.EndsWith("Ids", StringComparison.Ordinal))
            && ids.TryGetValue(node.GetValue<string>(), out var ordinal) => ordinal,
        _ => node.DeepClone(),
    };
}
