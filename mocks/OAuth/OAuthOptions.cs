namespace Conformance.Mocks;

/// <summary>Settings of the authorisation server.</summary>
public sealed record OAuthOptions
{
    public IReadOnlyList<RegisteredClient> Clients { get; init; } = [];

    /// <summary>Lifetime of the tokens that <c>/oauth/token</c> issues. The standard asks for a short one without a number.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>RFC 7662 section 2.1 demands that the caller of introspection is authenticated; the standard does not repeat it. False admits callers
    /// without credentials; wrong credentials are refused either way.</summary>
    public bool IntrospectionNeedsCredentials { get; init; } = true;

    /// <summary>Further base addresses under which clients see this server (a container's, a proxy's): <c>aud</c> may name them.</summary>
    public IReadOnlyList<Uri> PublicAddresses { get; init; } = [];
}
