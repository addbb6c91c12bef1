using Microsoft.AspNetCore.WebUtilities;

namespace Conformance.Mocks;

/// <summary>A request as it came, secrets included. Never goes into the journal as it is.</summary>
/// <param name="Path">As sent, percent signs included.</param>
/// <param name="Query">Without the question mark; empty where there is none.</param>
/// <param name="Headers">Several values joined with a comma.</param>
/// <param name="Body">As text (UTF-8).</param>
internal sealed record MockRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body as it came.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Headers that came more than once, value by value; null where none did.</summary>
    public IReadOnlyDictionary<string, string[]>? Repeated { get; init; }

    /// <summary>False where the body is not UTF-8; what could not be decoded is U+FFFD in <see cref="Body"/> then.</summary>
    public bool IsUtf8 { get; init; } = true;

    /// <summary>Address of who calls, without the port.</summary>
    public string Caller { get; init; } = "";

    /// <summary>http or https.</summary>
    public string Scheme { get; init; } = "http";

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The decoded parameters of the query; the first value of each.</summary>
    public Dictionary<string, string> Parameters() => Query.Length == 0
        ? []
        : QueryHelpers.ParseQuery(Query).ToDictionary(parameter => parameter.Key, parameter => parameter.Value[0] ?? "", StringComparer.Ordinal);

    /// <summary>The token of <c>Authorization: Bearer …</c>; null without one.</summary>
    public string? BearerToken => Header("Authorization") is { } value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? value["Bearer ".Length..].Trim()
        : null;

    /// <summary>The same request with another token.</summary>
    public MockRequest WithBearer(string token) => this with
    {
        Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { ["Authorization"] = $"Bearer {token}" },
    };
}
