namespace Conformance.Drivers.Profiles;

/// <summary>The product as it appears in reports.</summary>
public sealed record ProductIdentity(string Name, string Version, string Vendor);
