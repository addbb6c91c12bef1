using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Network;

/// <summary>An HTTP proxy.</summary>
/// <param name="Address">Without user and password.</param>
/// <param name="User">Null where it asks for nobody (Basic).</param>
/// <param name="Except">Hosts that are reached directly.</param>
public sealed record ProxyProfile(LateText Address, LateText? User, LateText? Password, IReadOnlyList<HostPattern> Except);
