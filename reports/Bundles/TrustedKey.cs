namespace Conformance.Reports.Bundles;

/// <summary>A signer's key and when it counts.</summary>
/// <param name="Name">Who signs with it; null where a key alone was given.</param>
/// <param name="From">First moment it counts; null for always.</param>
/// <param name="Until">From this moment on it does not count; null for no end.</param>
/// <param name="Revoked">When it was revoked; null where it is not.</param>
public sealed record TrustedKey(SigningKey Key, string? Name, DateTimeOffset? From, DateTimeOffset? Until, DateTimeOffset? Revoked);
