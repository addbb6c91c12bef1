using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Network;

/// <summary>A certificate that the harness shows to a host that asks for one.</summary>
/// <param name="Host">For which hosts.</param>
/// <param name="File">Full path: PKCS#12 (<c>.p12</c>, <c>.pfx</c>) or PEM.</param>
/// <param name="KeyFile">Full path of the private key in PEM; null where <paramref name="File"/> holds it.</param>
/// <param name="Password">Of the PKCS#12 file or of an encrypted key; null where there is none.</param>
public sealed record ClientCertificateProfile(HostPattern Host, string File, string? KeyFile, LateText? Password, SourcePosition At)
{
    public bool IsPkcs12 => Path.GetExtension(File).ToLowerInvariant() is ".p12" or ".pfx";
}
