namespace Conformance.Mocks;

/// <summary>Scopes of the illustrative neighbours. A token holds those of one provider only.</summary>
public static class NeighbourScopes
{
    /// <summary>Log in, list, take and fetch applications of マイナポータル.</summary>
    public const string PortalRead = "pittari:read";

    /// <summary>Report the state of an application back.</summary>
    public const string PortalWrite = "pittari:write";

    /// <summary>Ask for 公的給付支給等口座.</summary>
    public const string Accounts = "koza:read";

    /// <summary>Read the feeds of 住民記録.</summary>
    public const string Residents = "jumin:read";

    /// <summary>All of them, for a client that talks to every neighbour.</summary>
    public static IReadOnlyList<string> All { get; } = [PortalRead, PortalWrite, Accounts, Residents];
}
