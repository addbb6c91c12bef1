namespace Conformance.Mocks;

/// <summary>A request as it came, secrets included. Never goes into the journal as it is.</summary>
/// <param name="Query">Without the question mark; empty where there is none.</param>
internal sealed record MockRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>False where the body is not UTF-8; what could not be decoded is U+FFFD in <see cref="Body"/> then.</summary>
    public bool IsUtf8 { get; init; } = true;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The token of <c>Authorization: Bearer …</c>; null without one.</summary>
    public string? BearerToken => Header("Authorization") is { } value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? value["Bearer ".Length..].Trim()
        : null;
}
