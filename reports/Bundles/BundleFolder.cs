namespace Conformance.Reports.Bundles;

/// <summary>Names inside a bundle.</summary>
internal static class BundleFolder
{
    public const string Files = "files/";
    public const string Manifest = "manifest.json";
    public const string Attestation = "attestation.dsse.json";
    public const string Timestamp = "timestamp.tsr";

    /// <summary>More than any manifest: 5 GB of evidence in files of 2 KB are 2.5 million entries, about 300 MB.</summary>
    public const long ManifestLimit = 1L << 30;

    public const long AttestationLimit = 1L << 20;

    /// <summary>Whether the path stays inside the folder that it is extracted to, on every system.</summary>
    public static bool IsSafe(string path) =>
        path.Length is > 0 and < 1024
        && !path.StartsWith('/') && !path.EndsWith('/')
        && !path.Any(c => c is '\\' or ':' or '\uFFFD' || char.IsControl(c))
        && path.Split('/').All(part => part is not ("" or "." or "..") && !part.EndsWith('.') && !part.EndsWith(' '));
}
