namespace Conformance.Drivers.Profiles;

/// <summary>The product as it appears in reports.</summary>
public sealed record ProductIdentity(string Name, string Version, string Vendor)
{
    /// <summary>Where the product tells which build it is; null where the profile does not say.</summary>
    public BuildSource? Build { get; init; }
}
