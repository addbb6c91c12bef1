using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using YamlText = Conformance.Spec.Yaml.YamlText;

namespace Conformance.Drivers.Proposals;

/// <summary>A product's own description of its API: OpenAPI 3, in JSON or YAML.</summary>
/// <param name="Server">First of its servers; empty where it names none that is absolute.</param>
/// <param name="Auth"><c>bearer</c>, <c>basic</c>, <c>client_secret_jwt</c> (for OAuth 2.0 client credentials) or <c>none</c>.</param>
/// <param name="TokenServer">Address of the token endpoint; empty where there is none.</param>
public sealed record DescribedApi(string Title, string Version, string Server, string Auth, string TokenServer, IReadOnlyList<OfferedPlace> Operations)
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    // Deeper than this nobody describes an item; a schema that contains itself ends here.
    private const int Deepest = 6;

    /// <exception cref="BadInputException">CF5042: not readable, or no OpenAPI 3.</exception>
    public static DescribedApi Read(string text, string file)
    {
        var document = Parse(text, file);
        var operations = new List<OfferedPlace>();
        foreach (var path in (document["paths"] as JObject)?.Properties() ?? [])
        {
            foreach (var operation in (path.Value as JObject)?.Properties().Where(member => Methods.Contains(member.Name)) ?? [])
            {
                operations.Add(Operation(document, path, operation));
            }
        }

        var scheme = (document.SelectToken("components.securitySchemes") as JObject)?.Properties().Select(member => member.Value as JObject).OfType<JObject>().FirstOrDefault();
        var token = (string?)scheme?.SelectToken("flows.clientCredentials.tokenUrl") ?? "";
        var auth = (string?)scheme?["type"] switch
        {
            "oauth2" when token.Length > 0 => "client_secret_jwt",
            "http" when (string?)scheme["scheme"] == "basic" => "basic",
            null => "none",
            _ => "bearer",
        };
        var server = (string?)document.SelectToken("servers[0].url") ?? "";
        return new DescribedApi((string?)document.SelectToken("info.title") ?? "", (string?)document.SelectToken("info.version") ?? "",
            server.StartsWith("http", StringComparison.Ordinal) ? server : "", auth, token, operations);
    }

    private static JObject Parse(string text, string file)
    {
        BadInputException Bad(string fact) => new(new Problem("CF5042", file, 0, 0, fact, "Give the product's OpenAPI 3 document, in JSON or YAML."));
        JToken? document;
        try
        {
            document = text.TrimStart().StartsWith('{') ? JToken.Parse(text) : YamlText.Read(text) is { Flaw: null, Roots: [var root] } ? YamlJson.Convert(root) : null;
        }
        catch (JsonException e)
        {
            throw Bad("The description is no JSON: " + e.Message);
        }

        return document is JObject found && ((string?)found["openapi"])?.StartsWith("3.", StringComparison.Ordinal) == true && found["paths"] is JObject
            ? found
            : throw Bad("The description is no OpenAPI 3 document.");
    }

    private static OfferedPlace Operation(JObject document, JProperty path, JProperty member)
    {
        var operation = (JObject)member.Value;
        var last = path.Name.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(part => !part.StartsWith('{')) ?? path.Name;
        var parameters = (path.Value["parameters"] as JArray ?? []).Concat(operation["parameters"] as JArray ?? []).Select(one => Resolved(document, one)).OfType<JObject>()
            .Where(one => (string?)one["in"] is "query" or "path")
            .Select(one => new OfferedField((string?)one["name"] ?? "", (string?)one.SelectToken("schema.title") ?? (string?)one["description"] ?? "", Values(one["schema"])) { Required = (bool?)one["required"] == true });
        var answer = (operation["responses"] as JObject)?.Properties().FirstOrDefault(one => one.Name.StartsWith('2'))?.Value;
        var content = Resolved(document, answer)?["content"] as JObject;
        var json = content?.Properties().FirstOrDefault(one => one.Name.Contains("json", StringComparison.Ordinal));
        return new OfferedPlace($"{member.Name.ToUpperInvariant()} {path.Name}",
            [.. new[] { (string?)operation["summary"], (string?)operation["operationId"], last, (string?)operation["description"] }.OfType<string>().Where(text => text.Length is > 0 and < 60)],
            [.. parameters, .. Fields(document, Body(Resolved(document, operation["requestBody"])))], [.. Leaves(Fields(document, json?.Value["schema"]))])
        {
            Method = member.Name.ToUpperInvariant(),
            Path = path.Name,
            Records = Records(document, json?.Value["schema"], "$", 0),
            IsDocument = content is { Count: > 0 } && json is null,
        };
    }

    // The first list of objects, the shallowest first.
    private static string Records(JObject document, JToken? schema, string at, int depth)
    {
        if (depth > Deepest || Resolved(document, schema) is not JObject found)
        {
            return "";
        }

        if ((string?)found["type"] == "array")
        {
            return at + "[*]";
        }

        var members = new[] { found }.Concat((found["allOf"] as JArray ?? []).Select(part => Resolved(document, part)).OfType<JObject>()).SelectMany(part => (part["properties"] as JObject)?.Properties() ?? []).ToList();
        return members.Where(member => (string?)Resolved(document, member.Value)?["type"] == "array").Concat(members.Where(member => (string?)Resolved(document, member.Value)?["type"] != "array"))
            .Select(member => Records(document, member.Value, at + "." + member.Name, depth + 1)).FirstOrDefault(path => path.Length > 0) ?? "";
    }

    private static JToken? Body(JToken? request) => (request?["content"] as JObject)?.Properties().FirstOrDefault(one => one.Name.Contains("json", StringComparison.Ordinal))?.Value["schema"];

    private static IEnumerable<OfferedField> Leaves(IEnumerable<OfferedField> fields) => fields.SelectMany(field => field.Members.Count > 0 ? Leaves(field.Members) : [field]);

    private static List<OfferedField> Fields(JObject document, JToken? schema, int depth = 0)
    {
        if (depth > Deepest || Resolved(document, schema) is not JObject found)
        {
            return [];
        }

        var fields = Compositions.SelectMany(key => found[key] as JArray ?? []).SelectMany(part => Fields(document, part, depth + 1)).ToList();
        var required = (found["required"] as JArray)?.Select(name => name.ToString()).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var property in (found["properties"] as JObject)?.Properties() ?? [])
        {
            var inner = Resolved(document, property.Value) as JObject;
            fields.Add(new OfferedField(property.Name, (string?)inner?["title"] ?? Short((string?)inner?["description"]), Values(inner))
            {
                Required = required.Contains(property.Name),
                Members = (string?)inner?["type"] == "array" ? Fields(document, inner!["items"], depth + 1) : Fields(document, inner, depth + 1),
            });
        }

        return fields;
    }

    private static string Short(string? text) => text is { Length: < 30 } ? text : "";

    private static IReadOnlyList<string> Values(JToken? schema) => [.. (schema?["enum"] as JArray ?? []).Select(value => value.ToString())];

    private static JToken? Resolved(JObject document, JToken? token)
    {
        for (var hops = 0; hops < Deepest && token is JObject found && (string?)found["$ref"] is { } reference; hops++)
        {
            token = reference.Split('/').Skip(1).Aggregate((JToken?)document, (at, part) => at is JObject inside ? inside[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)] : null);
        }

        return token;
    }
}
