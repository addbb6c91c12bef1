using System.Text.RegularExpressions;

namespace Conformance.Mocks;

/// <summary>Which addresses a stub answers at.</summary>
internal abstract record UrlPattern
{
    private UrlPattern() { }

    public abstract bool Matches(StubRequest request);

    public abstract double Distance(StubRequest request);

    /// <summary>Every address.</summary>
    public sealed record Any : UrlPattern
    {
        public override bool Matches(StubRequest request) => true;

        public override double Distance(StubRequest request) => 0;
    }

    /// <summary>url (path and query) or urlPath (path), as it is.</summary>
    public sealed record Exact(string Text, bool WithQuery) : UrlPattern
    {
        public override bool Matches(StubRequest request) => WithQuery && request.Query.Length > 0 ? Text == request.Url : Text == request.Path;

        public override double Distance(StubRequest request) => Matches(request) ? 0 : Levenshtein.Normalised(Text, WithQuery ? request.Url : request.Path);
    }

    /// <summary>urlPattern or urlPathPattern: a regular expression for the whole.</summary>
    public sealed record Expression(string Text, Regex Whole, bool WithQuery) : UrlPattern
    {
        public override bool Matches(StubRequest request)
        {
            try
            {
                return Whole.IsMatch(WithQuery ? request.Url : request.Path);
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        }

        public override double Distance(StubRequest request) => Matches(request) ? 0 : 1;
    }

    /// <summary>urlPathTemplate: <c>/contacts/{contactId}/addresses</c>.</summary>
    public sealed record Template(string Text) : UrlPattern
    {
        private readonly string[] segments = Text.Split('/');

        public override bool Matches(StubRequest request) => Variables(request) is not null;

        public override double Distance(StubRequest request) => Matches(request) ? 0 : Levenshtein.Normalised(Text, request.Path);

        /// <summary>The variables of the path, decoded; null where the path does not fit.</summary>
        public IReadOnlyDictionary<string, string>? Variables(StubRequest request)
        {
            var parts = request.Path.Split('/');
            if (parts.Length != segments.Length)
            {
                return null;
            }

            var variables = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < parts.Length; i++)
            {
                if (segments[i] is ['{', .., '}'] variable && parts[i].Length > 0)
                {
                    variables[variable[1..^1]] = Uri.UnescapeDataString(parts[i]);
                }
                else if (segments[i] != parts[i])
                {
                    return null;
                }
            }

            return variables;
        }
    }
}
