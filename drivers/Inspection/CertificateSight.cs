namespace Conformance.Drivers.Inspection;

/// <summary>The certificate that a server shows, and what is wrong with it for this profile.</summary>
/// <param name="Names">Hosts that it is for.</param>
/// <param name="NotAfter">Last moment at which it is valid; of the chain the earliest.</param>
/// <param name="Chain">What is wrong with the chain of authorities, dates aside; empty where nothing is.</param>
public sealed record CertificateSight(
    string Subject, string Issuer, IReadOnlyList<string> Names, DateTimeOffset NotBefore, DateTimeOffset NotAfter, IReadOnlyList<string> Chain, bool WrongHost, string Protocol);
