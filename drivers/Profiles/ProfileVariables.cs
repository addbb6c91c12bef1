namespace Conformance.Drivers.Profiles;

/// <summary>The variables of the environment that a profile refers to.</summary>
public static class ProfileVariables
{
    /// <summary>Each once, where it stands first.</summary>
    public static IReadOnlyList<NeededVariable> Of(Profile profile, Surfaces surfaces) =>
    [
        .. profile.LateTexts.Where(late => surfaces.HasFlag(late.Surface)).SelectMany(late => late.Needs.Select(name => (Name: name, Late: late))).GroupBy(needed => needed.Name)
            .Select(same => new NeededVariable(same.Key, same.First().Late.At, Editions(profile, [.. same.Select(needed => needed.Late)]))),
    ];

    // What screens or both surfaces need is of no edition.
    private static IReadOnlyList<string> Editions(Profile profile, IReadOnlyList<LateText> texts) =>
        profile.Parallel.Count == 0 || texts.Any(late => late.Surface != Surfaces.Api) ? [] : [.. texts.Select(late => late.Edition ?? profile.Interface).OfType<string>().Distinct()];
}
