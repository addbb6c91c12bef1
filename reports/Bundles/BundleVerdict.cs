namespace Conformance.Reports.Bundles;

/// <summary>What <see cref="BundleReader.VerifyAsync"/> found.</summary>
public abstract record BundleVerdict
{
    private BundleVerdict()
    {
    }

    /// <param name="KeyId">SHA-256 of the public key whose signature it bears.</param>
    /// <param name="Signer">Its name in the trust list; null where a key alone was given.</param>
    /// <param name="Stamped">When a trusted authority saw the signature; null without a timestamp.</param>
    public sealed record Intact(BundleManifest Manifest, string KeyId, string? Signer, DateTimeOffset? Stamped) : BundleVerdict;

    /// <param name="Entry">The first entry that is not as it was signed; empty where it is the archive itself.</param>
    /// <param name="Detail">Facts for a reader who knows the format.</param>
    public sealed record Broken(string Entry, BundleFault Fault, string Detail) : BundleVerdict;
}
