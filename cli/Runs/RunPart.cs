using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>What is run, judged and reported apart from everything else: a role, and of a role with several editions of its interface one edition, or what was written through one and
/// read through another.</summary>
/// <param name="Profile">As that edition is described by it.</param>
/// <param name="Standard">Of the edition that it belongs to.</param>
/// <param name="Interface">Null for a role whose interface has one edition.</param>
/// <param name="Reading">The profile as the edition through which is read is described by it; null where one edition does both.</param>
internal sealed record RunPart(string Role, Profile Profile, Standard Standard, InterfaceEdition? Interface, ProfileEdition? Reading)
{
    /// <summary>The parts of a profile, role by role; the profile's own edition comes before the others, and these before what is read across.</summary>
    /// <param name="load">The standard of an edition.</param>
    /// <exception cref="BadInputException">The standard has no such edition or role.</exception>
    public static IReadOnlyList<RunPart> Of(Profile profile, Func<string, Standard> load)
    {
        var parts = new List<RunPart>();
        foreach (var role in profile.Roles)
        {
            var editions = profile.EditionsOf(role);
            var contracts = load(profile.Edition).Role(role);
            parts.AddRange(editions.Select(one => new RunPart(role, one.Profile, load(one.Profile.Edition), Named(one, editions), null)));
            if (contracts.SideBySide is not null)
            {
                parts.AddRange(from writing in editions
                               from reading in editions
                               where writing != reading
                               select new RunPart(role, writing.Profile, load(profile.Edition), Across(writing, reading, editions), reading));
            }
        }

        foreach (var part in parts)
        {
            _ = part.Standard.Role(part.Role);
        }

        return parts;
    }

    private static InterfaceEdition? Named(ProfileEdition edition, IReadOnlyList<ProfileEdition> all) => edition.Name is { } name ? Named(name, edition, all, edition.Beside) : null;

    // Of the two only one has a period, or the one that is read through counts.
    private static InterfaceEdition Across(ProfileEdition writing, ProfileEdition reading, IReadOnlyList<ProfileEdition> all) =>
        Named(writing.Name!, writing, all, reading.Beside ?? writing.Beside) with { ReadThrough = reading.Name };

    private static InterfaceEdition Named(string name, ProfileEdition edition, IReadOnlyList<ProfileEdition> all, ParallelEdition? bound) =>
        new(name, [.. all.Where(other => other != edition).Select(other => other.Name!)]) { From = bound?.From, Until = bound?.Until, Basis = bound?.Basis };

    /// <summary>Name of the part's files: the role's word, and the edition where there are several.</summary>
    public static string FileName(RoleContracts role, InterfaceEdition? edition) => edition is null ? role.Slug : $"{role.Slug}@{edition.Key}";
}
