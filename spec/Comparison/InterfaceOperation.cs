using System.Globalization;
using Conformance.Spec.Yaml;

namespace Conformance.Spec.Comparison;

/// <summary>One call of an OpenAPI document: what goes in and, per status, what comes out.</summary>
/// <param name="Name">Method and path: <c>POST /app_submit/v10/…</c>.</param>
/// <param name="Messages">Message name (要求, 応答200) to its fields.</param>
public sealed record InterfaceOperation(string Name, IReadOnlyDictionary<string, IReadOnlyList<InterfaceField>> Messages)
{
    /// <summary>Name of the message that a client sends; all others are answers.</summary>
    public const string Request = "要求";

    /// <summary>Schemas may refer to each other in a circle.</summary>
    private const int Deepest = 12;

    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete", "head", "options"];

    /// <summary>Every operation of a document that the loader has accepted.</summary>
    public static IReadOnlyList<InterfaceOperation> Read(string file)
    {
        var root = YamlMap.Parse(File.ReadAllText(file), file, []);
        var schemas = root.Map("components")?.Map("schemas");
        var operations = new List<InterfaceOperation>();
        var paths = root.Map("paths");
        foreach (var path in paths?.Keys.ToList() ?? [])
        {
            var item = paths!.Map(path);
            foreach (var method in Methods.Where(method => item?.Keys.Contains(method) == true))
            {
                var operation = item!.Map(method)!;
                var messages = new Dictionary<string, IReadOnlyList<InterfaceField>>(StringComparer.Ordinal)
                {
                    [Request] = [.. item.Maps("parameters").Concat(operation.Maps("parameters")).Select(Parameter), .. Body(operation.Map("requestBody"), schemas)],
                };
                var responses = operation.Map("responses");
                foreach (var status in responses?.Keys.ToList() ?? [])
                {
                    messages["応答" + status] = Body(responses!.Map(status), schemas);
                }

                operations.Add(new InterfaceOperation(method.ToUpperInvariant() + " " + path, messages));
            }
        }

        return operations;
    }

    private static InterfaceField Parameter(YamlMap map)
    {
        var schema = map.Map("schema");
        return new InterfaceField("?" + map.Optional("name"), map.Optional("description") ?? "", schema?.Optional("type") ?? "", Length(schema), schema?.Texts("enum") ?? [], map.Optional("required") == "true");
    }

    private static List<InterfaceField> Body(YamlMap? map, YamlMap? schemas)
    {
        var fields = new List<InterfaceField>();
        var content = map?.Map("content");
        foreach (var type in content?.Keys.ToList() ?? [])
        {
            Walk(content!.Map(type)?.Map("schema"), schemas, "", true, 0, fields);
        }

        return [.. fields.DistinctBy(field => field.Path)];
    }

    private static void Walk(YamlMap? schema, YamlMap? schemas, string path, bool required, int depth, List<InterfaceField> fields)
    {
        if (schema?.Optional("$ref") is { } reference)
        {
            schema = schemas?.Map(reference[(reference.LastIndexOf('/') + 1)..]);
        }

        if (schema is null || depth > Deepest)
        {
            return;
        }

        var type = schema.Optional("type") ?? "object";
        if (path.Length > 0)
        {
            fields.Add(new InterfaceField(path, schema.Optional("title") ?? "", schema.Optional("x-type") is { } printed ? $"{type} {printed}" : schema.Optional("format") is { } format ? $"{type} {format}" : type, Length(schema), schema.Texts("enum"), required));
        }

        foreach (var part in schema.Maps("allOf"))
        {
            Walk(part, schemas, path, required, depth + 1, fields);
        }

        if (schema.Map("items") is { } items)
        {
            Walk(items, schemas, path + "[]", required, depth + 1, fields);
        }

        var demanded = schema.Texts("required").ToHashSet(StringComparer.Ordinal);
        var properties = schema.Map("properties");
        foreach (var name in properties?.Keys.ToList() ?? [])
        {
            Walk(properties!.Map(name), schemas, path.Length == 0 ? name : path + "." + name, demanded.Contains(name), depth + 1, fields);
        }
    }

    private static int? Length(YamlMap? schema) => int.TryParse(schema?.Optional("maxLength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
}
