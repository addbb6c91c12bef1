using Conformance.Drivers;
using Conformance.Verdicts;

namespace Conformance.Cli.Selftest;

/// <summary>What came of one run of a sound reference.</summary>
/// <param name="Told">Its verdict, and what is wrong with it.</param>
/// <param name="Alarm">It says something against a product that is sound, or could not see it.</param>
internal sealed record SoundRun(string Told, bool Alarm)
{
    public static SoundRun Of(RunResult run, Surfaces surfaces)
    {
        var wrong = run.Scenarios.Where(scenario => scenario.Verdict is not (VerdictKind.Conforms or VerdictKind.NotApplicable)).Take(3).Select(scenario => $"{scenario.Id}@{scenario.Driver}: {scenario.Reason}")
            .Concat((run.Differences ?? []).Select(one => $"{one.Kind}: {one.Scenario}: {one.Api} ≠ {one.Ui}").Take(3))
            .Concat((run.Surfaces?.Findings ?? []).Select(finding => $"{finding.Kind}: {finding.Place}").Take(3)).ToList();
        if (wrong.Count > 0)
        {
            return new SoundRun($"{run.Run.VerdictText} {string.Join("; ", wrong)}", Alarm: true);
        }

        var untried = Untried(run).ToList();
        return run.Run.Verdict == VerdictKind.Conforms ? new SoundRun(run.Run.VerdictText, Alarm: false)
            : surfaces == Surfaces.Ui && untried.Count > 0 && untried.TrueForAll(unit => unit.Length > 0)
                ? new SoundRun($"すべてのシナリオが適合（{run.Scenarios.Count}）。画面のシナリオがないもの: {string.Join("、", untried)}", Alarm: false)
                : new SoundRun(run.Run.VerdictText, Alarm: true);
    }

    /// <summary>Units that no scenario of the chosen surface is about; an empty text for each that is not good for another reason.</summary>
    private static IEnumerable<string> Untried(RunResult run) => run.Functions.Select(function => (function.Id, function.Verdict, Scenarios: function.Scenarios))
        .Concat(run.Steps.Select(step => (step.Id, step.Verdict, Scenarios: step.Scenarios)))
        .Where(unit => unit.Verdict is not (VerdictKind.Conforms or VerdictKind.NotApplicable))
        .Select(unit => unit is { Verdict: VerdictKind.NotVerified, Scenarios: { Conforms: 0, Nonconforming: 0, Inconclusive: 0 } } ? unit.Id : "");
}
