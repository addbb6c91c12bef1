using System.Security.Cryptography;
using System.Text;
using Conformance.Verdicts;

namespace Conformance.Reports.Triaging;

/// <summary>Sorts what did not conform into groups by the place where it first shows and what was said there.</summary>
public static class FailureSorter
{
    /// <param name="baseline">Results of an earlier run to compare with, and its evidence; empty where there are none.</param>
    /// <param name="evidence">Evidence folder of the run; null where there is none: then titles of exchanges are all that is known.</param>
    /// <param name="today">Entries that expired before it no longer count.</param>
    public static Triage Sort(IReadOnlyList<RunResult> runs, string? evidence, IReadOnlyList<RunResult> baseline, string? baselineEvidence, IReadOnlyList<KnownFailure> known, DateOnly today)
    {
        var earlier = baseline.SelectMany(run => run.Scenarios.Select(scenario => (Key: KeyOf(run, scenario), Run: run.Run, Scenario: scenario)))
            .GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => (group.Last().Run, group.Last().Scenario));
        var finder = new PlaceFinder(evidence, baselineEvidence);
        var failing = runs.SelectMany(run => run.Scenarios.Where(Failed).Select(scenario => (Run: run, Scenario: scenario))).ToList();
        var failures = failing.AsParallel().AsOrdered().Select(one =>
        {
            (RunInfo Run, ScenarioResult Scenario)? before = earlier.TryGetValue(KeyOf(one.Run, one.Scenario), out var found) ? found : null;
            var place = finder.Find(one.Scenario, before?.Scenario);
            var covering = known.Where(entry => entry.Covers(one.Run.Run, one.Scenario, place)).ToList();
            var current = covering.Find(entry => entry.Expires >= today);
            return new GroupedFailure(one.Run.Run, one.Scenario, Mark(one.Run.Run, one.Scenario, before, current), place, current, current is null ? covering.FirstOrDefault() : null);
        }).ToList();

        var groups = failures
            .GroupBy(failure => string.Join('\n', [failure.Run.Standard, failure.Run.Role, .. failure.Run.Interface is { } edition ? [edition.Key] : Array.Empty<string>(), failure.Place.Key, MessagePattern.Of(failure.Scenario.Reason)]))
            .Select(group => new FailureGroup(0, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(group.Key)))[..8], group.First().Place, MessagePattern.Of(group.First().Scenario.Reason), [.. group]))
            .OrderBy(group => group.Mark).ThenBy(group => group.Verdict).ThenByDescending(group => group.Failures.Count).ThenBy(group => group.Id, StringComparer.Ordinal)
            .Select((group, i) => group with { Number = i + 1 })
            .ToList();
        var now = runs.SelectMany(run => run.Scenarios.Where(scenario => scenario.Verdict == VerdictKind.Conforms).Select(scenario => KeyOf(run, scenario))).ToHashSet();
        var used = failures.SelectMany(failure => new[] { failure.Known, failure.Expired }).OfType<KnownFailure>().ToHashSet();
        return new Triage([.. runs.Select(run => run.Run)], groups,
            [.. earlier.Where(entry => Failed(entry.Value.Scenario) && now.Contains(entry.Key)).Select(entry => entry.Value).OrderBy(entry => entry.Scenario.Feature, StringComparer.Ordinal).ThenBy(entry => entry.Scenario.Line)],
            [.. known.Where(entry => !used.Contains(entry))], baseline.Count > 0)
        {
            Unsteady = [.. runs.SelectMany(run => run.Scenarios.Where(scenario => !Failed(scenario) && AttemptJudge.IsFlaky(scenario)).Select(scenario => (run.Run, scenario)))],
        };
    }

    /// <summary>What is not 適合 and not 適用対象外, for whatever reason.</summary>
    public static bool Failed(ScenarioResult scenario) => scenario.Verdict is not (VerdictKind.Conforms or VerdictKind.NotApplicable);

    private static FailureMark Mark(RunInfo run, ScenarioResult scenario, (RunInfo Run, ScenarioResult Scenario)? before, KnownFailure? known) =>
        known is not null ? FailureMark.Known
        : scenario.EarlierAttempts is { Count: > 0 } attempts && (AttemptJudge.IsFlaky(scenario) || attempts.Any(attempt => attempt.Verdict == VerdictKind.Conforms)) ? FailureMark.Flaky
        : before is not { } one ? FailureMark.New
        : Failed(one.Scenario) ? FailureMark.Known

        // On one and the same build nothing was changed that could have broken it.
        : run.Build is { } build && one.Run.Build == build ? FailureMark.Flaky
        : FailureMark.New;

    private static (string Standard, string Role, string Edition, string Id, string Driver) KeyOf(RunResult run, ScenarioResult scenario) => (run.Run.Standard, run.Run.Role, run.Run.InterfaceKey, scenario.Id, scenario.Driver);
}
