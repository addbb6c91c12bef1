using System.CommandLine;
using System.Text.Json;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Audit;

/// <summary><c>replay</c>: judges what was recorded again, under the rules and the standard of today.</summary>
internal static class ReplayCommand
{
    public static Command Build()
    {
        var source = new Argument<string>("RUN") { Description = "Folder of a run, or a bundle." };
        var json = new Option<bool>("--json") { Description = "As JSON: {\"judged\",\"changed\":[{role,unit|scenario,driver,then,now}]}." };
        var language = LanguageOption.Build();
        var command = new Command("replay", "Judge the recorded evidence of a run again under the present rules. Exit code 0: the same verdicts; 1: some changed.") { source, json, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            using var run = await RunSource.ReadAsync(parsed.GetValue(source)!, cancellationToken);
            var records = run.Records();
            var changes = run.Results.SelectMany(then => Changes(then, records)).ToList();
            var judged = run.Results.Sum(result => result.Scenarios.Count);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(new { judged, changed = changes }, MachineJson.Indented));
            }
            else
            {
                Tell(judged, changes, parsed.IsEnglish(language));
            }

            return changes.Count == 0 ? ExitCode.Conforms : ExitCode.Nonconforming;
        }));
        return command;
    }

    private static IEnumerable<Change> Changes(RunResult then, IReadOnlyList<RunRecord> records)
    {
        var standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, then.Run.Standard, then.Run.Edition);
        var role = standard.Role(then.Run.Role);
        var record = records.FirstOrDefault(one => one.Header.Role == then.Run.Role && one.Header.Standard == then.Run.Standard && one.Header.Id == then.Run.Id)
            ?? records.First(one => one.Header.Role == then.Run.Role && one.Header.Standard == then.Run.Standard && one.Header.Interface?.Key == then.Run.Interface?.Key);
        var judge = new ScenarioJudge(standard, role, then.Run.Interface);
        var scenarios = then.Scenarios.Select(old =>
        {
            var attempts = record.Attempts(new ScenarioKey(old.Id, old.Driver));

            // What was not tried was not recorded: nothing about it can change.
            return attempts.Count == 0 ? old : AttemptJudge.Combine([.. attempts.Select(attempt => judge.Judge(attempt.Record))]);
        }).ToList();
        var now = RunJudge.Judge(standard, role, then.Run with { Verdict = VerdictKind.Inconclusive, VerdictText = "" }, scenarios, then.Run.Unclaimed, record.Header.NotApplicable, record.Header.DeclaredFunctions, then.Surfaces);
        foreach (var (old, renewed) in then.Scenarios.Zip(scenarios).Where(pair => pair.First.Verdict != pair.Second.Verdict))
        {
            yield return new Change(then.Run.RoleAndEdition.Ja, null, old.Id, old.Driver, Word(old.Verdict), Word(renewed.Verdict));
        }

        var verdicts = now.Functions.Select(unit => (unit.Id, unit.Verdict)).Concat(now.Steps.Select(unit => (unit.Id, unit.Verdict))).ToDictionary(unit => unit.Id, unit => unit.Verdict, StringComparer.Ordinal);
        foreach (var (id, verdict) in then.Functions.Select(unit => (unit.Id, unit.Verdict)).Concat(then.Steps.Select(unit => (unit.Id, unit.Verdict))))
        {
            if (!verdicts.TryGetValue(id, out var renewed))
            {
                yield return new Change(then.Run.RoleAndEdition.Ja, id, null, null, Word(verdict), "");
            }
            else if (renewed != verdict)
            {
                yield return new Change(then.Run.RoleAndEdition.Ja, id, null, null, Word(verdict), Word(renewed));
            }
        }
    }

    private static void Tell(int judged, IReadOnlyList<Change> changes, bool english)
    {
        foreach (var change in changes)
        {
            Console.WriteLine($"{change.Role}  {change.Unit ?? change.Scenario}{(change.Driver is null ? "" : $" ({change.Driver})")}: {change.Then} → {(change.Now.Length > 0 ? change.Now : english ? "no longer in the standard" : "標準仕様にない")}");
        }

        Console.WriteLine(english ? $"{judged} scenarios judged again, {changes.Count} verdicts differ." : $"シナリオ{judged}件を判定し直し、判定が変わったものは{changes.Count}件です。");
    }

    private static string Word(VerdictKind verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());

    /// <param name="Unit">Function or flow step; null for a scenario.</param>
    /// <param name="Now">Empty where the standard of today has no such unit.</param>
    private sealed record Change(string Role, string? Unit, string? Scenario, string? Driver, string Then, string Now);
}
