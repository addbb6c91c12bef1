using System.Text.Json;
using Conformance.Cli.Commands.Running;
using Conformance.Verdicts;

namespace Conformance.Cli.Selftest;

/// <summary>Whether a fault that shows in no verdict of its own was shown where it has to be: as a difference of surfaces, or against what is declared.</summary>
internal static class ShownFault
{
    public static FaultOutcome Of(ReferenceCatalogue.SeededFault seeded, IReadOnlyList<RunResult> runs)
    {
        var found = seeded.Shows == "difference"
            ? runs.SelectMany(run => run.Differences ?? []).Select(one => (one.Unit, Where: one.Scenario)).ToList()
            : runs.SelectMany(run => run.Surfaces?.Findings ?? []).Where(finding => JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()) == seeded.Shows)
                .Select(finding => (Unit: finding.Unit ?? "", Where: finding.Place)).ToList();
        var named = found.Select(one => one.Unit).Where(unit => unit.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        return new FaultOutcome(seeded.Id, seeded.Function, found.Count > 0, named, found.Count > 0 && (seeded.Function.Length == 0 ? named.Count == 0 : named is [var only] && only == seeded.Function),
            [.. found.Select(one => one.Where).Distinct().Take(5)]);
    }
}
