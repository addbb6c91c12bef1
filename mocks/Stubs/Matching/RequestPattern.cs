using System.Text;

namespace Conformance.Mocks;

/// <summary>Which requests a stub answers, or a search of the journal is after.</summary>
internal sealed record RequestPattern
{
    private static readonly IReadOnlyDictionary<string, string> NoVariables = new Dictionary<string, string>();

    /// <summary>ANY, or one method in capitals.</summary>
    public string Method { get; init; } = "ANY";

    public UrlPattern Url { get; init; } = new UrlPattern.Any();

    public ValuePattern? Host { get; init; }

    public int? Port { get; init; }

    public string? Scheme { get; init; }

    public ValuePattern? Caller { get; init; }

    public IReadOnlyList<(string Name, ValuePattern Pattern)> Headers { get; init; } = [];

    public IReadOnlyList<(string Name, ValuePattern Pattern)> Query { get; init; } = [];

    public IReadOnlyList<(string Name, ValuePattern Pattern)> Form { get; init; } = [];

    public IReadOnlyList<(string Name, ValuePattern Pattern)> Cookies { get; init; } = [];

    public IReadOnlyList<(string Name, ValuePattern Pattern)> PathParameters { get; init; } = [];

    /// <summary>The value that the Authorization header must have; null: any.</summary>
    public string? Authorization { get; init; }

    public IReadOnlyList<ValuePattern> Body { get; init; } = [];

    public static string Basic(string user, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    public bool Matches(StubRequest request) =>
        MatchesMethod(request) && Url.Matches(request)
        && (Scheme is null || Scheme == request.Scheme)
        && (Host is null || Host.Matches(request.Host))
        && (Port is null || Port == request.Port)
        && (Caller is null || Caller.Matches(request.Caller))
        && (Authorization is null || request.Header("Authorization") is [var sent, ..] && sent == Authorization)
        && All(PathParameters, name => Variables(request).TryGetValue(name, out var value) ? [value] : [])
        && All(Headers, request.Header)
        && (Query.Count == 0 || All(Query, name => request.QueryParameters.GetValueOrDefault(name, [])))
        && (Form.Count == 0 || All(Form, name => request.FormParameters.GetValueOrDefault(name, [])))
        && (Cookies.Count == 0 || All(Cookies, name => request.Cookies.GetValueOrDefault(name, [])))
        && Body.All(pattern => pattern.MatchesBody(request));

    /// <summary>0 where it matches, up to 1 the less it does. Address and method weigh most, as people take it; what comes after them is looked at only
    /// where they fit.</summary>
    public double Distance(StubRequest request)
    {
        const double first = 39, both = 69, part = 1.5;
        var place = (10 * Url.Distance(request)) + (MatchesMethod(request) ? 0 : 3) + (Scheme is null || Scheme == request.Scheme ? 0 : 3)
            + (10 * (Host?.Distance(request.Host) ?? 0)) + (Port is null || Port == request.Port ? 0 : 10) + (3 * (Caller?.Distance(request.Caller) ?? 0));
        if (place > 0)
        {
            return place / first;
        }

        var rest = Mean(Headers, request.Header)
            + (Authorization is null || request.Header("Authorization") is [var sent, ..] && sent == Authorization ? 0 : 1)
            + Mean(PathParameters, name => Variables(request).TryGetValue(name, out var value) ? [value] : [])
            + Mean(Query, name => request.QueryParameters.GetValueOrDefault(name, []))
            + Mean(Form, name => request.FormParameters.GetValueOrDefault(name, []))
            + Mean(Cookies, name => request.Cookies.GetValueOrDefault(name, []))
            + (Body.Count == 0 ? 0 : Body.Average(pattern => pattern.Distance(request.Body)));
        return part * rest / both;
    }

    public IReadOnlyDictionary<string, string> Variables(StubRequest request) => (Url as UrlPattern.Template)?.Variables(request) ?? NoVariables;

    private static bool All(IReadOnlyList<(string Name, ValuePattern Pattern)> patterns, Func<string, IReadOnlyList<string>> values)
    {
        foreach (var (name, pattern) in patterns)
        {
            if (!pattern.Matches(values(name)))
            {
                return false;
            }
        }

        return true;
    }

    private static double Mean(IReadOnlyList<(string Name, ValuePattern Pattern)> patterns, Func<string, IReadOnlyList<string>> values) =>
        patterns.Count == 0 ? 0 : patterns.Average(entry => entry.Pattern.Distance(values(entry.Name)));

    private bool MatchesMethod(StubRequest request) => Method == "ANY" || Method == request.Method;
}
