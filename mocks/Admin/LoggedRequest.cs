using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>Journal entries in the shape that WireMock gives them, with what is ours under <c>conformance</c>.</summary>
internal static class LoggedRequest
{
    /// <summary>An entry has a UUID over HTTP: version 8 (RFC 9562: our own), its number in the last 12 digits.</summary>
    public static Guid IdOf(JournalEntry entry) => new($"00000000-0000-8000-8000-{entry.Sequence.ToString("x12", CultureInfo.InvariantCulture)}");

    public static JsonObject Request(JournalEntry entry)
    {
        var request = new StubRequest(entry);
        var host = request.Header("Host") is [var name, ..] ? name : "";
        return new JsonObject
        {
            ["url"] = entry.Path,
            ["absoluteUrl"] = $"{entry.Scheme}://{host}{entry.Path}",
            ["method"] = entry.Method,
            ["clientIp"] = entry.Caller,
            ["headers"] = new JsonObject(entry.Headers.Select(header => KeyValuePair.Create(header.Key, request.Header(header.Key) is { Count: > 1 } several
                ? new JsonArray([.. several.Select(value => (JsonNode)value)])
                : (JsonNode?)header.Value))),
            ["cookies"] = new JsonObject(request.Cookies.Select(cookie => KeyValuePair.Create(cookie.Key, (JsonNode?)cookie.Value[0]))),
            ["browserProxyRequest"] = false,
            ["loggedDate"] = entry.Time.ToUnixTimeMilliseconds(),
            ["bodyAsBase64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(entry.Body)),
            ["body"] = entry.Body,
            ["protocol"] = "HTTP/1.1",
            ["scheme"] = entry.Scheme,
            ["host"] = request.Host,
            ["port"] = request.Port,
            ["loggedDateString"] = entry.Time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
            ["queryParams"] = Values(request.QueryParameters),
            ["formParams"] = Values(request.FormParameters),
        };
    }

    public static JsonObject Event(JournalEntry entry, StubMapping? stub, UnclaimedEntry? unclaimed)
    {
        var shown = new JsonObject
        {
            ["id"] = IdOf(entry).ToString(),
            ["request"] = Request(entry),
            ["response"] = new JsonObject
            {
                ["status"] = entry.ResponseStatus,
                ["bodyAsBase64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(entry.ResponseBody)),
                ["body"] = entry.ResponseBody,
            },
            ["wasMatched"] = !entry.Unmatched,
            ["conformance"] = Ours(entry, unclaimed),
        };
        if (stub is not null)
        {
            shown["responseDefinition"] = stub.Json["response"]!.DeepClone();
            shown["stubMapping"] = stub.Json.DeepClone();
        }

        return shown;
    }

    private static JsonObject Ours(JournalEntry entry, UnclaimedEntry? unclaimed) => new()
    {
        ["sequence"] = entry.Sequence,
        ["neighbour"] = entry.Neighbour,
        ["operation"] = entry.Operation,
        ["client"] = entry.Client,
        ["items"] = Items(entry.Items),
        ["subject"] = Items(entry.Subject),
        ["conditions"] = new JsonArray([.. entry.Conditions.Select(condition => new JsonObject
        {
            ["item"] = condition.Item,
            ["value"] = condition.Value,
            ["match"] = condition.Partial ? "部分一致" : "完全一致",
        })]),
        ["reasons"] = new JsonArray([.. entry.Reasons.Select(reason => (JsonNode)reason)]),
        ["remarks"] = new JsonArray([.. entry.Remarks.Select(remark => (JsonNode)remark)]),
        ["prepared"] = entry.Prepared,
        ["stub"] = entry.Stub?.ToString(),
        ["fault"] = entry.Fault,
        ["failure"] = entry.Failure,
        ["claimedBy"] = entry.ClaimedBy,
        ["nearestScenario"] = unclaimed?.NearestScenario,
    };

    private static JsonObject Items(IReadOnlyDictionary<string, string?> items) => new(items.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value)));

    private static JsonObject Values(IReadOnlyDictionary<string, IReadOnlyList<string>> values) => new(values.Select(value => KeyValuePair.Create(
        value.Key, (JsonNode?)new JsonObject { ["key"] = value.Key, ["values"] = new JsonArray([.. value.Value.Select(one => (JsonNode)one)]) })));
}
