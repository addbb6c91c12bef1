using Conformance.Drivers.Profiles;
using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>What a profile's <c>package</c> means for one role: the linkages that are exempt, and what is left of the scenarios.</summary>
internal static class InsideThePackage
{
    /// <summary>The linkages inside the package that lead from a role.</summary>
    public static IReadOnlyList<PackageLink> From(RoleContracts role, Profile profile) =>
        [.. profile.Package.Where(link => link.From == role.Name).Select(link => new PackageLink(link.From, link.To, link.Reason, link.Citation, role.LinksTo(link.To)))];

    /// <summary>Roles of the same package that the role reaches from within: what a scenario needs there is prepared through their own exchanges.</summary>
    public static IReadOnlyDictionary<string, RoleContracts> Neighbours(RoleContracts role, Profile profile, Standard standard) =>
        From(role, profile).Select(link => link.To).Distinct().ToDictionary(name => name, standard.Role, StringComparer.Ordinal);

    /// <summary>Unit to why it does not apply: what the profile says of units, and the linkages inside the package.</summary>
    public static IReadOnlyDictionary<string, string> NotApplicable(RoleContracts role, Profile profile) =>
        From(role, profile).SelectMany(link => link.Units, (link, unit) => (unit, Why: link.WhyNot())).Concat(profile.NotApplicable.Select(unit => (unit: unit.Key, Why: unit.Value)))
            .GroupBy(one => one.unit, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Why, StringComparer.Ordinal);

    /// <summary>The features without the steps that blame a unit which does not apply: nobody asks about it, and it keeps nobody from seeing what comes after.</summary>
    public static FeatureReading Applicable(FeatureReading reading, IReadOnlyDictionary<string, string> notApplicable) => notApplicable.Count == 0 ? reading : reading with
    {
        Documents = [.. reading.Documents.Select(document => document with { Pickles = [.. document.Pickles.Select(pickle => Applicable(pickle, notApplicable))] })],
    };

    // A scenario about nothing else is not run at all; whoever lists it shows it whole.
    private static Pickle Applicable(Pickle pickle, IReadOnlyDictionary<string, string> notApplicable)
    {
        var blaming = pickle.Steps.Select(step => UnitText.Parse(step.Text)?.Unit).OfType<string>().ToList();
        return blaming.TrueForAll(notApplicable.ContainsKey) ? pickle
            : pickle with { Steps = [.. pickle.Steps.Where(step => UnitText.Parse(step.Text) is not { } unit || !notApplicable.ContainsKey(unit.Unit))] };
    }
}
