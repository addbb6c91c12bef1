namespace Conformance.Mocks;

/// <summary>What can be asked of the authorisation server, as the journal names it.</summary>
public static class OAuthOperations
{
    /// <summary>RFC 6749 section 4.4.</summary>
    public const string Token = "トークン発行";

    /// <summary>RFC 7662.</summary>
    public const string Introspection = "トークン照会";

    /// <summary>RFC 8414.</summary>
    public const string Metadata = "認可サーバー情報";
}
