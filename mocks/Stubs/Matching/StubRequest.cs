using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Conformance.Mocks;

/// <summary>A request as stub mappings look at it: live, or from the journal. What has to be parsed is parsed when it is first asked for.</summary>
internal sealed class StubRequest
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];

    private readonly IReadOnlyDictionary<string, string> headers;
    private readonly IReadOnlyDictionary<string, string[]>? repeated;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? query;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? form;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? cookies;
    private (bool Read, JsonNode? Node) json;
    private (bool Read, JToken? Token) token;

    public StubRequest(MockRequest request)
    {
        (Method, Path, Query, Body, Scheme, Caller) = (request.Method, request.Path, request.Query, request.Body, request.Scheme, request.Caller);
        (headers, repeated) = (request.Headers, request.Repeated);
        Content = request.Content;
    }

    public StubRequest(JournalEntry entry)
    {
        var mark = entry.Path.IndexOf('?', StringComparison.Ordinal);
        (Method, Path, Query) = (entry.Method, mark < 0 ? entry.Path : entry.Path[..mark], mark < 0 ? "" : entry.Path[(mark + 1)..]);
        (Body, Scheme, Caller, headers, repeated) = (entry.Body, entry.Scheme, entry.Caller, entry.Headers, entry.Repeated);
        Content = Encoding.UTF8.GetBytes(entry.Body);
    }

    public string Method { get; }

    /// <summary>As sent, without the query.</summary>
    public string Path { get; }

    /// <summary>As sent, without the question mark.</summary>
    public string Query { get; }

    /// <summary>Path and query as sent.</summary>
    public string Url => Query.Length == 0 ? Path : $"{Path}?{Query}";

    public string Body { get; }

    public ReadOnlyMemory<byte> Content { get; }

    public string Scheme { get; }

    public string Caller { get; }

    public IReadOnlyDictionary<string, string> Headers => headers;

    public string Host => (Header("Host") is [var host, ..] ? host : "").Split(':')[0];

    public int Port => Header("Host") is [var host, ..] && host.Split(':') is [_, var port] && int.TryParse(port, out var number) ? number : Scheme == "https" ? 443 : 80;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> QueryParameters => query ??= Query.Length == 0 ? Nothing : Parsed(QueryHelpers.ParseQuery(Query));

    public IReadOnlyDictionary<string, IReadOnlyList<string>> FormParameters => form ??=
        Header("Content-Type") is [var type, ..] && type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? Parsed(QueryHelpers.ParseQuery(Body))
            : Nothing;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cookies => cookies ??= Header("Cookie")
        .SelectMany(line => line.Split(';')).Select(pair => pair.Trim().Split('=', 2)).Where(pair => pair.Length == 2)
        .GroupBy(pair => pair[0]).ToDictionary(same => same.Key, IReadOnlyList<string> (same) => [.. same.Select(pair => pair[1])]);

    /// <summary>The body as JSON; null where it is not.</summary>
    public JsonNode? Json => (json = json.Read ? json : (true, ParseJson(Body))).Node;

    /// <summary>The body as JSON for JSONPath; null where it is not.</summary>
    public JToken? Token => (token = token.Read ? token : (true, ParseToken(Body))).Token;

    /// <summary>The values of a header; none where it is absent.</summary>
    public IReadOnlyList<string> Header(string name) =>
        repeated is not null && repeated.TryGetValue(name, out var values) ? values
        : headers.TryGetValue(name, out var value) ? [value]
        : [];

    public static JsonNode? ParseJson(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public static JToken? ParseToken(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
            return JToken.ReadFrom(reader);
        }
        catch (JsonReaderException)
        {
            return null;
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Parsed(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> parsed) =>
        parsed.ToDictionary(parameter => parameter.Key, IReadOnlyList<string> (parameter) => parameter.Value.ToArray()!);
}
