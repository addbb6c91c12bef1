using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Conformance.Mocks;

/// <summary>Reads <c>response</c> of a stub mapping.</summary>
internal static class StubResponseReader
{
    // RFC 9110 section 5.6.2.
    private const string Token = "!#$%&'*+-.^_`|~";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="folder">Folder of body files; null where the mapping did not come from a folder.</param>
    public static StubResponse Read(StubObject json, string? folder)
    {
        json.Has("fromConfiguredStub");
        var dribble = json.Object("chunkedDribbleDelay");
        var (tree, text) = (json.Node("jsonBody"), json.Text("body"));
        var response = new StubResponse
        {
            Status = Status(json),
            StatusMessage = json.Text("statusMessage"),
            Headers = Headers(json),
            Body = tree?.ToJsonString(Compact) ?? text,
            Content = Bytes(json),
            File = json.Text("bodyFileName"),
            Folder = folder,
            FixedDelay = TimeSpan.FromMilliseconds(Math.Max(0, json.Whole("fixedDelayMilliseconds") ?? 0)),
            Delay = Delay(json),
            Dribble = dribble is null ? default : (dribble.Whole("numberOfChunks") ?? 1, TimeSpan.FromMilliseconds(dribble.Whole("totalDuration") ?? 0)),
            Break = Fault(json),
            IsTemplate = Transformers(json),
            Parameters = json.Object("transformerParameters")?.Json,
            Proxy = Proxy(json),
        };
        dribble?.RefuseUnknown("chunkedDribbleDelay");
        if (new[] { response.Content is not null, tree is not null, text is not null, response.File is not null }.Count(given => given) > 1)
        {
            json.Problem(null, "There is more than one of body, jsonBody, base64Body and bodyFileName.", "Keep one.");
        }

        if (response.File is not null && folder is null)
        {
            json.Problem("bodyFileName", "There is no folder of body files.", "Load the mapping from a folder with mappings and __files, or write the body here.");
        }

        json.RefuseUnknown("A response");
        return response;
    }

    private static int Status(StubObject json)
    {
        var status = json.Whole("status") ?? 200;
        if (status is < 200 or > 999)
        {
            json.Problem("status", $"{status} is no status of an answer.", "Use one from 200 to 599.");
        }

        return status;
    }

    private static List<KeyValuePair<string, StringValues>> Headers(StubObject json)
    {
        var headers = json.Object("headers");
        var members = headers?.Members().ToList() ?? [];
        foreach (var (name, _, _) in members.Where(header => header.Name.Length == 0 || header.Name.Any(c => !char.IsAsciiLetterOrDigit(c) && !Token.Contains(c, StringComparison.Ordinal))))
        {
            headers!.Problem(name, $"'{name}' is no name of a header.", "Use letters, digits and hyphens.");
        }

        return [.. members.Select(header => KeyValuePair.Create(header.Name, header.Node switch
        {
            JsonArray values => new StringValues([.. values.Select(value => value is JsonValue text ? StubObject.Scalar(text) : "")]),
            JsonValue value => new StringValues(StubObject.Scalar(value)),
            _ => StringValues.Empty,
        }))];
    }

    private static ReadOnlyMemory<byte>? Bytes(StubObject json)
    {
        if (json.Text("base64Body") is not { } text)
        {
            return null;
        }

        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            json.Problem("base64Body", "The value is not Base64.", "Write the bytes of the body in Base64.");
            return null;
        }
    }

    private static StubDelay? Delay(StubObject json)
    {
        if (json.Object("delayDistribution") is not { } delay)
        {
            return null;
        }

        StubDelay? read = null;
        switch (delay.Text("type"))
        {
            case "uniform" when delay.Whole("lower") is { } lower && delay.Whole("upper") is { } upper && lower >= 0 && lower <= upper:
                read = new StubDelay.Uniform(lower, upper);
                break;
            case "lognormal" when delay.Number("median") is { } median && delay.Number("sigma") is { } sigma && median >= 0:
                read = new StubDelay.Lognormal(median, sigma, delay.Number("maxValue"));
                break;
            case "fixed" when delay.Whole("milliseconds") is { } fixedDelay && fixedDelay >= 0:
                read = new StubDelay.Uniform(fixedDelay, fixedDelay);
                break;
            default:
                delay.Problem(null, "This is no distribution.", "Write {type: uniform, lower, upper}, {type: lognormal, median, sigma} or {type: fixed, milliseconds}.");
                return null;
        }

        delay.RefuseUnknown("A delayDistribution");
        return read;
    }

    private static Break? Fault(StubObject json)
    {
        switch (json.Text("fault"))
        {
            case null:
                return null;
            case "EMPTY_RESPONSE":
                return Break.Empty;
            case "MALFORMED_RESPONSE_CHUNK":
                return Break.MalformedChunk;
            case "RANDOM_DATA_THEN_CLOSE":
                return Break.Garbage;
            case "CONNECTION_RESET_BY_PEER":
                return Break.Reset;
            case var other:
                json.Problem("fault", $"'{other}' is no fault.", "Use EMPTY_RESPONSE, MALFORMED_RESPONSE_CHUNK, RANDOM_DATA_THEN_CLOSE or CONNECTION_RESET_BY_PEER.");
                return null;
        }
    }

    private static bool Transformers(StubObject json)
    {
        var template = false;
        foreach (var (node, pointer) in json.List("transformers"))
        {
            if (node is JsonValue value && StubObject.Scalar(value) == "response-template")
            {
                template = true;
            }
            else
            {
                json.Problems.Add(new StubProblem(pointer, $"There is no transformer {node?.ToJsonString() ?? "null"} here.", "Use response-template."));
            }
        }

        return template;
    }

    private static StubProxy? Proxy(StubObject json)
    {
        var added = (json.Object("additionalProxyRequestHeaders")?.Members() ?? [])
            .Select(header => KeyValuePair.Create(header.Name, header.Node is JsonValue value ? StubObject.Scalar(value) : "")).ToList();
        var removed = json.List("removeProxyRequestHeaders").Select(header => header.Node is JsonValue value ? StubObject.Scalar(value).ToLowerInvariant() : "").ToHashSet();
        var prefix = json.Text("proxyUrlPrefixToRemove") ?? "";
        if (json.Text("proxyBaseUrl") is not { } address)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            json.Problem("proxyBaseUrl", $"'{address}' is no address.", "Write one like http://127.0.0.1:8080.");
            return null;
        }

        return new StubProxy(address.TrimEnd('/'), added, removed, prefix);
    }
}
