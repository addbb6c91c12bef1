namespace Conformance.Drivers.Profiles;

/// <summary>How calls authenticate.</summary>
public sealed record ApiAuth
{
    public required AuthMethod Method { get; init; }

    /// <summary>Address of the token endpoint; null where the harness is the authorisation server (<c>server: harness</c>) or no
    /// server takes part.</summary>
    public LateText? Server { get; init; }

    /// <summary>True for <c>server: harness</c>: the caller supplies the token source.</summary>
    public bool ByHarness { get; init; }

    /// <summary>Client ID, or user name for <see cref="AuthMethod.Basic"/>.</summary>
    public LateText? Client { get; init; }

    /// <summary>Client secret, password, or the token itself for <see cref="AuthMethod.Bearer"/>.</summary>
    public LateText? Secret { get; init; }

    /// <summary>Exchange to scope, where it is not the standard's.</summary>
    public IReadOnlyDictionary<string, string> Scopes { get; init; } = new Dictionary<string, string>();

    public SourcePosition At { get; init; }
}

/// <summary>Methods of authentication.</summary>
public enum AuthMethod
{
    /// <summary>No authentication.</summary>
    None,

    /// <summary>OAuth 2.0 client credentials, <c>client_secret_jwt</c> with HS256 (RFC 7523).</summary>
    ClientSecretJwt,

    /// <summary>OAuth 2.0 client credentials, <c>client_secret_basic</c> (RFC 6749, 2.3.1).</summary>
    ClientSecretBasic,

    /// <summary>A fixed token.</summary>
    Bearer,

    /// <summary>User and password (RFC 7617).</summary>
    Basic,
}
