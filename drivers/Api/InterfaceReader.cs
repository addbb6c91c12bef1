using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Drivers.Api;

/// <summary>
/// Reads the operations of an OpenAPI 3.0 document (YAML or JSON) of a standard. The <c>title</c> of a property is the item's name. Of our
/// own: <c>x-status</c> or <c>x-basis: illustrative</c> (document, info or operation) takes the layout out of the expectations, <c>x-scope</c> and
/// <c>x-records</c> (operation) name scope and records, <c>x-conditions</c> (operation, or the property that holds the
/// conditions) describes search conditions with the keys of a profile's <c>conditions</c>. Without it, an array of objects whose members
/// have the titles 項目, 値 and 一致 (with <c>x-codes</c> for 完全一致 and 部分一致) holds the conditions.
/// </summary>
public static class InterfaceReader
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private static readonly string[] Compositions = ["allOf", "anyOf", "oneOf"];

    /// <exception cref="BadInputException">CF5040: not readable; CF5041: not OpenAPI 3.0 with at least one operation.</exception>
    public static IReadOnlyList<InterfaceDefinition> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF5040", path, 0, 0, "The interface cannot be read: " + e.Message, "Give an OpenAPI document."));
        }
    }

    /// <exception cref="BadInputException">As for <see cref="Read"/>.</exception>
    public static IReadOnlyList<InterfaceDefinition> Parse(string text, string file)
    {
        JObject? document;
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            document = yaml.Documents.Count == 1 ? YamlJson.Convert(yaml.Documents[0].RootNode) as JObject : null;
        }
        catch (YamlException e)
        {
            throw new BadInputException(new Problem("CF5040", file, (int)e.Start.Line, (int)e.Start.Column, "Not readable as YAML: " + e.Message, "Correct the text at this place."));
        }

        var operations = document is null || document["openapi"]?.ToString().StartsWith("3.0", StringComparison.Ordinal) != true
            ? []
            : Operations(document).ToList();
        return operations.Count > 0
            ? operations
            : throw new BadInputException(new Problem("CF5041", file, 1, 1, "Not an OpenAPI 3.0 document with operations.", "Begin with openapi: 3.0.3 and give paths."));
    }

    private static IEnumerable<InterfaceDefinition> Operations(JObject document)
    {
        var illustrative = IsIllustrative(document) || IsIllustrative(document["info"] as JObject);
        foreach (var path in (document["paths"] as JObject)?.Properties() ?? [])
        {
            foreach (var method in Methods)
            {
                if (path.Value[method] is JObject operation)
                {
                    yield return Operation(document, path.Name, method, operation, illustrative);
                }
            }
        }
    }

    private static InterfaceDefinition Operation(JObject document, string path, string method, JObject operation, bool illustrative)
    {
        var request = Schema(document, operation["requestBody"]);
        var fields = Properties(document, request).ToList();
        foreach (var parameter in (operation["parameters"] as JArray ?? []).Select(p => SchemaCheck.Follow(document, p) as JObject).OfType<JObject>())
        {
            fields.Add((parameter.Value<string>("name") ?? "", parameter["schema"] as JObject ?? [], parameter["schema"]?.Value<string>("title") ?? parameter.Value<string>("x-title")));
        }

        var responses = new Dictionary<string, JObject?>();
        foreach (var response in (operation["responses"] as JObject)?.Properties() ?? [])
        {
            responses[response.Name] = Schema(document, response.Value);
        }

        var layout = operation["x-conditions"] as JObject;
        var holder = fields.FirstOrDefault(f => f.Schema["x-conditions"] is JObject);
        layout ??= holder.Schema?["x-conditions"] as JObject;
        var inferred = layout is null ? Inferred(document, fields) : null;
        var records = operation.Value<string>("x-records") ?? "$.result[*]";
        return new InterfaceDefinition
        {
            Id = operation.Value<string>("operationId") ?? method + " " + path,
            Method = method.ToUpperInvariant(),
            Path = path,
            Scope = operation.Value<string>("x-scope") ?? Scope(operation) ?? Scope(document) ?? "",
            Fields = [.. fields.Where(f => f.Schema["x-conditions"] is null && f.Name != inferred?.In).Select(f => Field(document, f))],
            Answers = [.. Records(document, responses.FirstOrDefault(r => r.Key.StartsWith('2')).Value, records).Select(f => Field(document, f))],
            Conditions = layout is null ? inferred : Conditions(layout, holder.Name),
            Records = records,
            Responses = responses,
            Document = document,
            Binding = !illustrative && !IsIllustrative(operation),
        };
    }

    private static bool IsIllustrative(JObject? holder) =>
        (holder?.Value<string>("x-basis") ?? holder?.Value<string>("x-status")) is "illustrative";

    // security: [{name: [scope, …]}]
    private static string? Scope(JObject holder) =>
        (holder["security"] as JArray)?.OfType<JObject>().SelectMany(r => r.Properties()).SelectMany(p => p.Value).FirstOrDefault()?.ToString();

    private static JObject? Schema(JObject document, JToken? holder)
    {
        var content = (SchemaCheck.Follow(document, holder) as JObject)?["content"] as JObject;
        return content?.Properties().FirstOrDefault(p => p.Name.Contains("json", StringComparison.OrdinalIgnoreCase))?.Value["schema"] as JObject;
    }

    private static InterfaceField Field(JObject document, (string Name, JObject Schema, string? Title) field)
    {
        var schema = SchemaCheck.Follow(document, field.Schema) as JObject ?? [];
        return new InterfaceField(field.Title ?? schema.Value<string>("title") ?? field.Name, field.Name, schema.Value<string>("type") ?? "string");
    }

    private static IEnumerable<(string Name, JObject Schema, string? Title)> Properties(JObject document, JObject? schema)
    {
        if (SchemaCheck.Follow(document, schema) is not JObject found)
        {
            yield break;
        }

        foreach (var property in (found["properties"] as JObject)?.Properties() ?? [])
        {
            yield return (property.Name, property.Value as JObject ?? [], property.Value is JObject p ? p.Value<string>("title") : null);
        }

        foreach (var part in Compositions.SelectMany(k => found[k] as JArray ?? []))
        {
            foreach (var property in Properties(document, part as JObject))
            {
                yield return property;
            }
        }
    }

    // $.result[*] leads through properties.result.items to the record.
    private static IEnumerable<(string Name, JObject Schema, string? Title)> Records(JObject document, JObject? schema, string path)
    {
        var at = schema;
        foreach (var name in path.Replace("[*]", "", StringComparison.Ordinal).Split('.').Skip(1))
        {
            at = Properties(document, at).FirstOrDefault(p => p.Name == name).Schema;
            at = SchemaCheck.Follow(document, at) as JObject;
            at = at?["items"] as JObject ?? at;
        }

        return Properties(document, at);
    }

    private static ConditionLayout? Inferred(JObject document, List<(string Name, JObject Schema, string? Title)> fields)
    {
        foreach (var (name, schema, _) in fields)
        {
            var members = Properties(document, (SchemaCheck.Follow(document, schema) as JObject)?["items"] as JObject).ToList();
            if (members.FirstOrDefault(m => m.Title == "項目").Name is { } item && members.FirstOrDefault(m => m.Title == "値").Name is { } value)
            {
                var match = members.FirstOrDefault(m => m.Title == "一致");
                var codes = match.Schema?["x-codes"] as JObject;
                string? Code(string text) => codes?.Properties().FirstOrDefault(p => p.Value.ToString() == text)?.Name;
                return new ConditionLayout { In = name, Item = item, Value = value, Match = match.Name, Exact = Code("完全一致") ?? "exact", Partial = Code("部分一致") };
            }
        }

        return null;
    }

    private static ConditionLayout Conditions(JObject layout, string? holder)
    {
        var preset = new ConditionLayout();
        return new ConditionLayout
        {
            In = layout.Value<string>("in") ?? holder,
            Item = layout.Value<string>("item") ?? preset.Item,
            Value = layout.Value<string>("value") ?? preset.Value,
            Match = layout.Value<string>("match"),
            Exact = layout.Value<string>("exact") ?? preset.Exact,
            Partial = layout.Value<string>("partial"),
        };
    }
}
