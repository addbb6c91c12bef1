namespace Conformance.Drivers.Profiles;

/// <summary>A profile as one edition of a role's interface is described by it.</summary>
/// <param name="Profile">With the standard's edition and the API of that edition.</param>
/// <param name="Name">Of the edition; null where the role has only one.</param>
/// <param name="Beside">Null for the profile's own edition.</param>
public sealed record ProfileEdition(Profile Profile, string? Name, ParallelEdition? Beside);
