using Conformance.Spec;
using Conformance.Spec.Comparison;
using Conformance.Spec.Contracts;

namespace Conformance.Derivation.Impact;

/// <summary>What a revision does to the scenarios, and through them to past verdicts.</summary>
public sealed record RevisionImpact(StandardComparison Comparison, IReadOnlyList<ScenarioImpact> Scenarios, IReadOnlyList<UnitImpact> Units)
{
    /// <exception cref="BadInputException">Editions of two standards, or a flow that no run can be derived from.</exception>
    public static RevisionImpact Of(Standard old, Standard @new)
    {
        var comparison = StandardComparison.Between(old, @new);
        var renumbered = comparison.Of(StandardPart.Function).Where(difference => difference.Kind == DifferenceKind.Renumbered).ToDictionary(difference => difference.Before, difference => difference.After, StringComparer.Ordinal);
        var scenarios = Compare(DerivedScenarios.Of(old), DerivedScenarios.Of(@new), renumbered);
        return new RevisionImpact(comparison, scenarios, Judge(comparison, scenarios, renumbered));
    }

    private static List<ScenarioImpact> Compare(IReadOnlyList<DerivedScenario> old, IReadOnlyList<DerivedScenario> @new, Dictionary<string, string> renumbered)
    {
        // A scenario that only bears another number is the same scenario.
        string Now(string text) => renumbered.Aggregate(text, (now, pair) => now.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

        var before = old.DistinctBy(scenario => scenario.Id).ToDictionary(scenario => Now(scenario.Id), StringComparer.Ordinal);
        var impacts = new List<ScenarioImpact>();
        foreach (var scenario in @new)
        {
            impacts.Add(!before.Remove(scenario.Id, out var was) ? new ScenarioImpact(ImpactKind.New, null, scenario)
                : Now(was.Steps) == scenario.Steps && was.Surfaces.SequenceEqual(scenario.Surfaces) ? new ScenarioImpact(ImpactKind.Untouched, was, scenario)
                : new ScenarioImpact(ImpactKind.Changed, was, scenario));
        }

        impacts.AddRange(before.Values.Select(scenario => new ScenarioImpact(ImpactKind.Gone, scenario, null)));
        return impacts;
    }

    private static List<UnitImpact> Judge(StandardComparison comparison, List<ScenarioImpact> scenarios, Dictionary<string, string> renumbered)
    {
        var former = renumbered.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var changed = comparison.Of(StandardPart.Function).Where(difference => difference.Kind != DifferenceKind.Renumbered).Select(difference => difference.Id).ToHashSet(StringComparer.Ordinal);
        var byUnit = scenarios.SelectMany(impact => impact.Units.Select(unit => (Role: (impact.New ?? impact.Old)!.Role, Unit: impact.New is null ? renumbered.GetValueOrDefault(unit, unit) : unit, impact.Kind)))
            .ToLookup(entry => (entry.Role, entry.Unit), entry => entry.Kind);
        var units = new List<UnitImpact>();
        foreach (var role in comparison.New.Roles.Concat(comparison.Old.Roles).DistinctBy(role => role.Name))
        {
            var all = role.Unit == VerdictUnit.Function ? Functions(comparison, renumbered) : Steps(comparison, role.Name);
            units.AddRange(all.Select(unit =>
            {
                var kinds = byUnit[(role.Name, unit.Id)].ToList();
                int Count(ImpactKind kind) => kinds.Count(value => value == kind);
                return new UnitImpact(role.Name, unit.Id, unit.IsNew ? "" : former.GetValueOrDefault(unit.Id, unit.Id), unit.Name,
                    Count(ImpactKind.New), Count(ImpactKind.Changed), Count(ImpactKind.Gone), Count(ImpactKind.Untouched), changed.Contains(unit.Id));
            }));
        }

        return units;
    }

    private static IEnumerable<(string Id, string Name, bool IsNew)> Functions(StandardComparison comparison, Dictionary<string, string> renumbered) =>
    [
        .. comparison.New.Functions.Select(function => (function.Id.Value, function.Name, comparison.Old.Function(function.Id.Value) is null && !renumbered.ContainsValue(function.Id.Value))),
        .. comparison.Old.Functions.Where(function => comparison.New.Function(function.Id.Value) is null && !renumbered.ContainsKey(function.Id.Value)).Select(function => (function.Id.Value, function.Name, false)),
    ];

    private static IEnumerable<(string Id, string Name, bool IsNew)> Steps(StandardComparison comparison, string lane)
    {
        static IEnumerable<(string Step, string Name)> Of(Standard standard, string lane) =>
            standard.Flows.SelectMany(flow => flow.Nodes).Where(node => node.Lane == lane && node.Step.Length > 0).Select(node => (node.Step, node.Name)).DistinctBy(node => node.Step);

        var old = Of(comparison.Old, lane).ToDictionary(step => step.Step, step => step.Name, StringComparer.Ordinal);
        var steps = Of(comparison.New, lane).ToList();
        return [.. steps.Select(step => (step.Step, step.Name, !old.ContainsKey(step.Step))), .. old.Where(step => steps.All(other => other.Step != step.Key)).Select(step => (step.Key, step.Value, false))];
    }
}
