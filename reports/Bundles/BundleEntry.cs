namespace Conformance.Reports.Bundles;

/// <summary>One file of a bundle.</summary>
/// <param name="Path">Within <c>files/</c>, with forward slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record BundleEntry(string Path, long Size, string Sha256);
