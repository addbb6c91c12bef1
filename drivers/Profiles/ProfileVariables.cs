namespace Conformance.Drivers.Profiles;

/// <summary>The variables of the environment that a profile refers to.</summary>
public static class ProfileVariables
{
    /// <summary>Each once, where it stands first.</summary>
    public static IReadOnlyList<(string Name, SourcePosition At)> Of(Profile profile, Surfaces surfaces) =>
        [.. profile.LateTexts.Where(late => surfaces.HasFlag(late.Surface)).SelectMany(late => late.Needs.Select(name => (name, late.At))).DistinctBy(needed => needed.name)];
}
