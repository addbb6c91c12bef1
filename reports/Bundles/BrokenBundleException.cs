namespace Conformance.Reports.Bundles;

/// <summary>Carries the first fault of a bundle to where the verdict is made.</summary>
internal sealed class BrokenBundleException(string entry, BundleFault fault, string detail) : IOException($"{entry}: {fault}: {detail}")
{
    public BundleVerdict.Broken Verdict { get; } = new(entry, fault, detail);
}
