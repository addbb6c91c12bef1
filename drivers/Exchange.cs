namespace Conformance.Drivers;

/// <summary>One request and its response, or one screen, as evidence. Secrets and tokens are redacted before it is made.</summary>
/// <param name="Surface"><c>api</c> or <c>ui</c>; <c>mock</c> for what the target sent to a system that the harness plays.</param>
/// <param name="Title">Method and path, or the name of the screen.</param>
/// <param name="Request">Start line, headers and body; on screens the actions, one per line.</param>
/// <param name="Response">Status line, headers and body; on screens what was read, one per line.</param>
public sealed record Exchange(
    string Surface, string Title, string Request, string Response, DateTimeOffset Started, TimeSpan Duration)
{
    /// <summary><c>http</c> or <c>https</c>; null for screens.</summary>
    public string? Scheme { get; init; }

    /// <summary>PNG of the screen at the end; null for the API.</summary>
    public byte[]? Screenshot { get; init; }
}
