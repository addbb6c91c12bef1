namespace Conformance.Drivers.Network;

/// <summary><c>network:</c> of a profile: how its hosts are reached, for the API and the screens alike.</summary>
public sealed record NetworkProfile
{
    /// <summary>Null: no proxy, whatever the machine says.</summary>
    public ProxyProfile? Proxy { get; init; }

    /// <summary>Host name to the IP address that stands for it, instead of asking DNS. Not for hosts behind the proxy, which asks itself.</summary>
    public IReadOnlyDictionary<string, string> Hosts { get; init; } = new Dictionary<string, string>();

    /// <summary>In the order of the file: the first whose pattern fits a host is shown to it.</summary>
    public IReadOnlyList<ClientCertificateProfile> Certificates { get; init; } = [];
}
