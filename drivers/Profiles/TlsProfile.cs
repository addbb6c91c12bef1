namespace Conformance.Drivers.Profiles;

/// <summary>Transport security of a surface.</summary>
public sealed record TlsProfile
{
    /// <summary>PEM file with the certificates to trust instead of the machine's; null for the machine's.</summary>
    public string? CaFile { get; init; }

    /// <summary>Lowest version accepted: 1.2 (which the standard asks for) or 1.3.</summary>
    public string Minimum { get; init; } = "1.2";
}
