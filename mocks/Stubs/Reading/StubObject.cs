using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>A JSON object while it is read: members are asked for by name, what is wrong is collected, what nobody asked for is unknown.</summary>
internal sealed class StubObject(JsonObject json, string pointer, List<StubProblem> problems)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string Pointer => pointer;

    public JsonObject Json => json;

    public List<StubProblem> Problems => problems;

    /// <summary>An object in the place of anything else, which is a problem.</summary>
    public static StubObject Of(JsonNode? node, string pointer, List<StubProblem> problems)
    {
        if (node is JsonObject found)
        {
            return new StubObject(found, pointer, problems);
        }

        problems.Add(new StubProblem(pointer, $"There is {Kind(node)} where an object is expected.", "Write { … }."));
        return new StubObject([], pointer, problems);
    }

    public bool Has(string name)
    {
        asked.Add(name);
        return json.ContainsKey(name);
    }

    /// <summary>The member; null where it is absent or null.</summary>
    public JsonNode? Node(string name)
    {
        asked.Add(name);
        return json[name];
    }

    /// <summary>Text; numbers and booleans count as their text.</summary>
    public string? Text(string name) => Node(name) switch
    {
        null => null,
        JsonValue value => Scalar(value),
        var other => Refuse<string?>(name, other, "text", null),
    };

    public int? Whole(string name) => Node(name) switch
    {
        null => null,
        JsonValue value when int.TryParse(Scalar(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        var other => Refuse<int?>(name, other, "a whole number", null),
    };

    public double? Number(string name) => Node(name) switch
    {
        null => null,
        JsonValue value when double.TryParse(Scalar(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        var other => Refuse<double?>(name, other, "a number", null),
    };

    public bool? Flag(string name) => Node(name) switch
    {
        null => null,
        JsonValue value when Scalar(value) is "true" or "false" => Scalar(value) == "true",
        var other => Refuse<bool?>(name, other, "true or false", null),
    };

    public StubObject? Object(string name) => Node(name) is { } node ? Of(node, At(name), problems) : null;

    /// <summary>The elements with their pointers; none where the member is absent.</summary>
    public IReadOnlyList<(JsonNode? Node, string Pointer)> List(string name)
    {
        switch (Node(name))
        {
            case null:
                return [];
            case JsonArray list:
                return [.. list.Select((node, i) => (node, $"{At(name)}/{i.ToString(CultureInfo.InvariantCulture)}"))];
            case var other:
                return Refuse<IReadOnlyList<(JsonNode?, string)>>(name, other, "a list", []);
        }
    }

    /// <summary>Every member as (name, value, pointer); all count as asked for.</summary>
    public IEnumerable<(string Name, JsonNode? Node, string Pointer)> Members()
    {
        foreach (var (name, node) in json)
        {
            asked.Add(name);
            yield return (name, node, At(name));
        }
    }

    public void Problem(string? name, string fact, string remedy) => problems.Add(new StubProblem(name is null ? pointer : At(name), fact, remedy));

    /// <summary>Refuses members that nobody asked for.</summary>
    public void RefuseUnknown(string what)
    {
        foreach (var (name, _) in json.Where(member => !asked.Contains(member.Key)))
        {
            Problem(name, $"{what} has no member '{name}'.", $"Leave it out, or use one of: {string.Join(' ', asked.Order(StringComparer.Ordinal))}.");
        }
    }

    public static string Scalar(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    public string At(string name) => $"{pointer}/{JsonPositions.Escape(name)}";

    private T Refuse<T>(string name, JsonNode found, string wanted, T instead)
    {
        Problem(name, $"There is {Kind(found)} where {wanted} is expected.", $"Write {wanted}.");
        return instead;
    }

    private static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "nothing",
    };
}
