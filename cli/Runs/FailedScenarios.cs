using Conformance.Cli.Recording;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>What did not conform in the results of an earlier run, whatever the reason.</summary>
internal static class FailedScenarios
{
    /// <param name="folder">With the <c>result.json</c> of the earlier run.</param>
    /// <param name="group">Number or ID of one group that `triage` made of them; null for all.</param>
    /// <exception cref="BadInputException">CF6070: there is no result; CF6075: everything conformed; CF6123: there is no such group.</exception>
    public static Selection Of(string folder, string? group = null)
    {
        var file = Path.Combine(folder, "result.json");
        if (!File.Exists(file))
        {
            throw new BadInputException(new Problem("CF6070", file, 0, 0, "The folder holds no result.", "Name the --out folder of a run that has ended; one that was killed goes on with --resume."));
        }

        using var stream = File.OpenRead(file);
        var runs = ResultJson.ReadAsync(stream, file).GetAwaiter().GetResult();
        var failed = runs.SelectMany(run => run.Scenarios, (run, scenario) => (Edition: run.Run.Interface?.Key, Scenario: scenario))
            .Where(one => one.Scenario.Verdict is not (VerdictKind.Conforms or VerdictKind.NotApplicable))
            .Select(one => new ScenarioKey(one.Scenario.Id, one.Scenario.Driver) { Edition = one.Edition })
            .ToHashSet();
        if (group is not null && failed.Count > 0)
        {
            var chosen = TriageRecord.Group(folder, runs, group);
            return new Selection(chosen.Scenarios.Select(scenario => new ScenarioKey(scenario.Id, scenario.Driver) { Edition = scenario.Edition }).ToHashSet(), $"rerun {string.Join(", ", runs.Select(run => run.Run.Id))} group {chosen.Id}");
        }

        return failed.Count > 0
            ? new Selection(failed, $"rerun {string.Join(", ", runs.Select(run => run.Run.Id))}")
            : throw new BadInputException(new Problem("CF6075", file, 0, 0, "Every scenario conformed: there is nothing to run again.", "Run without --rerun-failed to run everything."));
    }
}
