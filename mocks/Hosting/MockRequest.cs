namespace Conformance.Mocks;

/// <summary>A request as it came, secrets included. Never goes into the journal as it is.</summary>
/// <param name="Query">Without the question mark; empty where there is none.</param>
internal sealed record MockRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The token of <c>Authorization: Bearer …</c>; null without one.</summary>
    public string? BearerToken => Header("Authorization") is { } value && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? value["Bearer ".Length..].Trim()
        : null;
}
