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
                               select new RunPart(role, writing.Profile, load(profile.Edition), Named(writing, editions)! with { ReadThrough = reading.Name }, reading) { Bound = reading.Beside ?? writing.Beside });
            }
        }

        foreach (var part in parts)
        {
            _ = part.Standard.Role(part.Role);
        }

        return parts;
    }

    /// <summary>The edition whose period counts for what is read across; null for one edition alone.</summary>
    private ParallelEdition? Bound
    {
        init => Interface = value is null ? Interface : Interface! with { From = value.From, Until = value.Until, Basis = value.Basis };
    }

    private static InterfaceEdition? Named(ProfileEdition edition, IReadOnlyList<ProfileEdition> all) => edition.Name is not { } name ? null : new InterfaceEdition(name, [.. all.Where(other => other != edition).Select(other => other.Name!)])
    {
        From = edition.Beside?.From,
        Until = edition.Beside?.Until,
        Basis = edition.Beside?.Basis,
    };

    /// <summary>Name of the part's files: the role's word, and the edition where there are several.</summary>
    public static string FileName(RoleContracts role, InterfaceEdition? edition) => edition is null ? role.Slug : $"{role.Slug}@{edition.Key}";
}
