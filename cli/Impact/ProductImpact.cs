using Conformance.Derivation.Impact;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Impact;

/// <summary>What a revision leaves of one past result.</summary>
/// <param name="Source">File, folder or bundle that it was read from.</param>
/// <param name="Units">Verdict of each unit, and what becomes of it.</param>
/// <param name="Ignored">Why the result says nothing about this revision; empty where it does.</param>
internal sealed record ProductImpact(string Source, string Product, string Version, string Role, IReadOnlyList<VerdictImpact> Units, string Ignored)
{
    /// <summary>Tag expression of what has to run again; empty where nothing has.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Scenarios that the filter selects in the new edition.</summary>
    public int FilterScenarios { get; init; }

    /// <summary>Of these, the ones that are new or changed.</summary>
    public int NeededScenarios { get; init; }

    public static ProductImpact Of(string source, RunResult result, RevisionImpact impact)
    {
        var old = impact.Comparison.Old;
        if (result.Run.Standard != old.Id || result.Run.Edition != old.Edition)
        {
            return new ProductImpact(source, result.Run.Product, result.Run.ProductVersion, result.Run.Role, [],
                $"{result.Run.Standard} {result.Run.Edition} is not {old.Id} {old.Edition}");
        }

        var verdicts = result.Functions.Select(function => (function.Id, function.Verdict)).Concat(result.Steps.Select(step => (step.Id, step.Verdict))).ToDictionary(entry => entry.Id, entry => entry.Verdict, StringComparer.Ordinal);
        var units = impact.Units.Where(unit => unit.Role == result.Run.Role && verdicts.ContainsKey(unit.OldUnit))
            .Select(unit => new VerdictImpact(unit.Unit, unit.OldUnit, unit.Name, verdicts[unit.OldUnit], unit.Validity)).ToList();
        var needed = impact.Scenarios.Where(scenario => scenario.Kind is ImpactKind.New or ImpactKind.Changed && scenario.New!.Role == result.Run.Role).ToList();
        var blamed = needed.SelectMany(scenario => scenario.Units).Distinct().Order(StringComparer.Ordinal).ToList();
        var kind = result.Steps.Count > 0 ? VerdictUnit.FlowStep : VerdictUnit.Function;

        // One scenario is named by its ID; several by the units that they blame, which may take in a few more.
        var single = needed.Count == 1 ? needed[0].Id : null;
        return new ProductImpact(source, result.Run.Product, result.Run.ProductVersion, result.Run.Role, units, "")
        {
            Filter = single ?? string.Join(" or ", blamed.Select(unit => UnitTags.Of(kind, unit))),
            FilterScenarios = impact.Scenarios.Count(scenario => scenario.New is { } now && now.Role == result.Run.Role && (single is null ? now.Units.Any(blamed.Contains) : now.Id.Contains(single, StringComparison.Ordinal))),
            NeededScenarios = needed.Count,
        };
    }
}

/// <summary>A past verdict of one unit and what becomes of it.</summary>
internal sealed record VerdictImpact(string Unit, string OldUnit, string Name, VerdictKind Verdict, VerdictValidity Validity);
