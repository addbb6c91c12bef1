namespace Conformance.Mocks;

/// <summary>An access token of type Bearer. Its text form does not show its value.</summary>
/// <param name="Value">What goes into the Authorization header; opaque.</param>
/// <param name="Scope">Scopes, separated by spaces.</param>
public sealed record AccessToken(string Value, string ClientId, string Scope, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    public override string ToString() => $"token of {ClientId} for {Scope} until {ExpiresAt:O}";
}
