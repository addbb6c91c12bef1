namespace Conformance.Mocks;

/// <summary>Reads <c>request</c> of a stub mapping, which is also what a search of the journal is asked with.</summary>
internal static class RequestPatternReader
{
    /// <summary>The members that give an address; of several the first counts, as in WireMock.</summary>
    public static readonly string[] Addresses = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate"];

    private static readonly string[] NotPlayed = ["multipartPatterns", "customMatcher"];

    public static RequestPattern Read(StubObject json)
    {
        foreach (var name in NotPlayed.Where(name => json.Json.ContainsKey(name) && json.Has(name)))
        {
            json.Problem(name, $"'{name}' is not played here.", "Match on headers or bodyPatterns instead.");
        }

        var pattern = new RequestPattern
        {
            Method = json.Text("method")?.ToUpperInvariant() ?? "ANY",
            Url = Url(json),
            Host = Value(json, "host"),
            Port = json.Whole("port"),
            Scheme = json.Text("scheme"),
            Caller = Value(json, "clientIp"),
            Headers = Named(json, "headers"),
            Query = Named(json, "queryParameters"),
            Form = Named(json, "formParameters"),
            Cookies = Named(json, "cookies"),
            PathParameters = Named(json, "pathParameters"),
            Authorization = Credentials(json),
            Body = [.. json.List("bodyPatterns").Select(body => ValuePatternReader.Read(body.Node, body.Pointer, json.Problems))],
        };
        if (pattern.PathParameters.Count > 0 && pattern.Url is not UrlPattern.Template)
        {
            json.Problem("pathParameters", "There are pathParameters without a urlPathTemplate.", "Write the address as urlPathTemplate, such as /residents/{number}.");
        }

        json.RefuseUnknown("A request");
        return pattern;
    }

    private static UrlPattern Url(StubObject json)
    {
        UrlPattern? found = null;
        foreach (var name in Addresses)
        {
            if (json.Text(name) is not { } text)
            {
                continue;
            }

            UrlPattern? pattern = name switch
            {
                "url" or "urlPath" => new UrlPattern.Exact(text, name == "url"),
                "urlPathTemplate" => new UrlPattern.Template(text),
                _ => ValuePatternReader.Expression(text, json.At(name), json.Problems) is { } whole ? new UrlPattern.Expression(text, whole, name == "urlPattern") : null,
            };
            found ??= pattern;
        }

        return found ?? new UrlPattern.Any();
    }

    private static ValuePattern? Value(StubObject json, string name) =>
        json.Node(name) is { } node ? ValuePatternReader.Read(node, json.At(name), json.Problems) : null;

    private static List<(string, ValuePattern)> Named(StubObject json, string name) =>
        [.. (json.Object(name)?.Members() ?? []).Select(member => (member.Name, ValuePatternReader.Read(member.Node, member.Pointer, json.Problems)))];

    private static string? Credentials(StubObject json)
    {
        if ((json.Object("basicAuthCredentials") ?? json.Object("basicAuth")) is not { } credentials)
        {
            return null;
        }

        var (user, password) = (credentials.Text("username"), credentials.Text("password"));
        if (user is null || password is null)
        {
            credentials.Problem(null, "username or password is missing.", "Write both.");
        }

        credentials.RefuseUnknown("basicAuthCredentials");
        return RequestPattern.Basic(user ?? "", password ?? "");
    }
}
