using System.Text.Json.Nodes;

namespace Conformance.Gherkin.Tests;

/// <summary>
/// Checks messages against the official schema, as far as it goes: types, required and additional properties, enumerations, array items and
/// lengths, number ranges, references. No package at hand reads draft 2020-12.
/// </summary>
internal sealed class MessageSchema
{
    private readonly JsonNode _root;
    private readonly JsonObject _definitions;

    private MessageSchema(JsonNode root)
    {
        _root = root;
        _definitions = root["$defs"]!.AsObject();
    }

    public static MessageSchema Load() => new(JsonNode.Parse(File.ReadAllText(Path.Combine(Corpus.Folder("."), "messages.schema.json")))!);

    public IReadOnlyList<string> Check(JsonNode message)
    {
        var errors = new List<string>();
        Check(message, _root, _root, "", errors);
        return errors;
    }

    private void Check(JsonNode? value, JsonNode schema, JsonNode resource, string path, List<string> errors)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            var local = reference.StartsWith('#');
            var target = local
                ? reference[2..].Split('/').Aggregate(resource, (node, key) => node[key]!)
                : _definitions["https://cucumber.io/schema/" + reference.Replace("./", "", StringComparison.Ordinal)]!;
            Check(value, target, local ? resource : target, path, errors);
            return;
        }

        switch (schema["type"]?.GetValue<string>())
        {
            case "object" when value is JsonObject map:
                CheckObject(map, schema, resource, path, errors);
                break;
            case "array" when value is JsonArray list:
                if (list.Count < (schema["minItems"]?.GetValue<int>() ?? 0))
                {
                    errors.Add($"{path}: too few items");
                }

                for (var i = 0; i < list.Count; i++)
                {
                    Check(list[i], schema["items"]!, resource, $"{path}[{i}]", errors);
                }

                break;
            case "string" when value?.GetValueKind() == System.Text.Json.JsonValueKind.String:
                if (schema["enum"] is JsonArray values && !values.Any(one => one!.GetValue<string>() == value.GetValue<string>()))
                {
                    errors.Add($"{path}: {value} is not one of {values.ToJsonString()}");
                }

                break;
            case "integer" when value?.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                var number = value.GetValue<long>();
                if (number < (schema["minimum"]?.GetValue<long>() ?? long.MinValue) || number > (schema["maximum"]?.GetValue<long>() ?? long.MaxValue))
                {
                    errors.Add($"{path}: {number} is out of range");
                }

                break;
            case "boolean" when value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False:
                break;
            default:
                errors.Add($"{path}: {value?.ToJsonString() ?? "null"} is no {schema["type"]}");
                break;
        }
    }

    private void CheckObject(JsonObject map, JsonNode schema, JsonNode resource, string path, List<string> errors)
    {
        var properties = schema["properties"]!.AsObject();
        errors.AddRange((schema["required"] as JsonArray ?? []).Where(name => !map.ContainsKey(name!.GetValue<string>())).Select(name => $"{path}/{name} is missing"));
        foreach (var (name, value) in map)
        {
            if (properties[name] is { } property)
            {
                Check(value, property, resource, $"{path}/{name}", errors);
            }
            else
            {
                errors.Add($"{path}/{name} is not known");
            }
        }
    }
}
