using Newtonsoft.Json.Linq;

namespace Conformance.Drivers;

/// <summary>Reads every name out of a product's own description of its API.</summary>
internal static class OpenApiSearch
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public static IReadOnlyList<SearchedPlace> Places(JObject document)
    {
        var places = new List<SearchedPlace>();
        foreach (var path in document["paths"] is JObject paths ? paths.Properties() : [])
        {
            foreach (var operation in (path.Value as JObject)?.Properties().Where(member => Methods.Contains(member.Name)) ?? [])
            {
                var texts = new List<string> { path.Name };
                var options = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
                Collect(operation.Value, document, texts, options, []);
                places.Add(new SearchedPlace($"{operation.Name.ToUpperInvariant()} {path.Name}", [.. texts.Distinct()], options)
                {
                    Method = operation.Name.ToUpperInvariant(),
                    Path = path.Name,
                    Title = (string?)operation.Value["summary"] ?? (string?)operation.Value["operationId"] ?? "",
                });
            }
        }

        return places;
    }

    private static void Collect(JToken token, JObject document, List<string> texts, Dictionary<string, IReadOnlyList<string>> options, HashSet<string> followed)
    {
        if (token is JArray list)
        {
            foreach (var item in list)
            {
                Collect(item, document, texts, options, followed);
            }
        }

        foreach (var member in token is JObject members ? members.Properties() : [])
        {
            switch (member.Name)
            {
                case "$ref" when followed.Add((string)member.Value!) && document.SelectToken(((string)member.Value!).TrimStart('#', '/').Replace('/', '.')) is { } target:
                    Collect(target, document, texts, options, followed);
                    break;
                case "summary" or "description" or "operationId" or "title" or "name" when member.Value.Type == JTokenType.String:
                    texts.Add((string)member.Value!);
                    break;
                case "properties" when member.Value is JObject properties:
                    foreach (var property in properties.Properties())
                    {
                        texts.Add(property.Name);
                        if (property.Value is JObject schema && schema["enum"] is JArray values)
                        {
                            options[property.Name] = [.. values.Select(value => value.ToString())];
                        }
                    }

                    Collect(properties, document, texts, options, followed);
                    break;
                default:
                    Collect(member.Value, document, texts, options, followed);
                    break;
            }
        }
    }
}
