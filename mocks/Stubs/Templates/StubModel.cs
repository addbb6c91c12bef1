using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>What a template sees: <c>request</c> and <c>parameters</c>, with the names that WireMock gives.</summary>
internal static class StubModel
{
    public static Dictionary<string, object?> Of(StubMapping mapping, StubRequest request)
    {
        var segments = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToList();
        var path = Labelled.Of(request.Path, segments);
        foreach (var (name, value) in mapping.Request.Variables(request))
        {
            path[name] = value;
        }

        return new Dictionary<string, object?>
        {
            ["request"] = new Dictionary<string, object?>
            {
                ["method"] = request.Method,
                ["url"] = request.Url,
                ["path"] = path,
                ["pathSegments"] = segments,
                ["query"] = Values(request.QueryParameters),
                ["queryFull"] = request.QueryParameters.ToDictionary(parameter => parameter.Key, object? (parameter) => parameter.Value.ToList()),
                ["headers"] = request.Headers.Keys.ToDictionary(name => name, object? (name) => Labelled.Of(request.Header(name)), StringComparer.OrdinalIgnoreCase),
                ["cookies"] = Values(request.Cookies),
                ["formData"] = Values(request.FormParameters),
                ["body"] = request.Body,
                ["bodyAsBase64"] = Convert.ToBase64String(request.Content.Span),
                ["scheme"] = request.Scheme,
                ["host"] = request.Host,
                ["port"] = request.Port.ToString(CultureInfo.InvariantCulture),
                ["baseUrl"] = $"{request.Scheme}://{(request.Header("Host") is [var host, ..] ? host : "")}",
                ["clientIp"] = request.Caller,
            },
            ["parameters"] = Plain(mapping.Response.Parameters),
        };
    }

    /// <summary>JSON as dictionaries, lists and texts, which templates walk.</summary>
    public static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonObject json => json.ToDictionary(member => member.Key, member => Plain(member.Value)),
        JsonArray list => list.Select(Plain).ToList(),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetValue<string>(),
            _ => value.ToJsonString(),
        },
        _ => node.ToJsonString(),
    };

    private static Dictionary<string, object?> Values(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.ToDictionary(value => value.Key, object? (value) => Labelled.Of(value.Value), StringComparer.Ordinal);
}
