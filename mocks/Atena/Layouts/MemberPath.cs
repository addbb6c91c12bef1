using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>A member of a JSON object by its plain path: <c>name</c>, <c>person.name</c>.</summary>
internal static class MemberPath
{
    public static JsonNode? Get(JsonNode? root, string path)
    {
        foreach (var name in path.Split('.'))
        {
            root = root is JsonObject members && members.TryGetPropertyValue(name, out var member) ? member : null;
        }

        return root;
    }

    public static void Set(JsonObject root, string path, JsonNode? value)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (root[name] is not JsonObject inner)
            {
                root[name] = inner = [];
            }

            root = inner;
        }

        root[names[^1]] = value;
    }

    /// <summary>Every member that is no object, by its path.</summary>
    public static IEnumerable<(string Path, JsonNode? Value)> Leaves(JsonObject root, string before = "")
    {
        foreach (var (name, value) in root)
        {
            if (value is JsonObject inner)
            {
                foreach (var leaf in Leaves(inner, $"{before}{name}."))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return (before + name, value);
            }
        }
    }

    /// <summary>Text of a value; numbers and truth values as JSON writes them.</summary>
    public static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue text when text.TryGetValue<string>(out var plain) => plain,
        _ => value.ToJsonString(),
    };
}
