namespace Conformance.Drivers.Profiles;

/// <summary>A variable of the environment that a profile refers to.</summary>
/// <param name="At">Where it stands first.</param>
/// <param name="Editions">The editions of the interface that need it, where the profile names several; empty where there is one, and where screens need it too.</param>
public sealed record NeededVariable(string Name, SourcePosition At, IReadOnlyList<string> Editions)
{
    /// <summary>Whether nothing can be called without it: true of every edition where it is of none.</summary>
    public bool IsNeededBy(string? edition) => edition is null || Editions.Count == 0 || Editions.Contains(edition);
}
