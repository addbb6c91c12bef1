using System.Security.Cryptography;
using System.Text.Json;
using Conformance.Cli.Commands;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Verdicts;

namespace Conformance.Cli.Walks;

/// <summary>Plays mapped screens with new people, as a run would: with its ledger, its look beforehand, its rate and its evidence.</summary>
internal static class ScreenReplay
{
    private static readonly PlayedOutcome[] Bad = [PlayedOutcome.NotFound, PlayedOutcome.Ambiguous, PlayedOutcome.NotRead, PlayedOutcome.Refused, PlayedOutcome.NoAnswer];

    /// <param name="Outcome"><c>found</c>, <c>not-found</c> or <c>not-played</c>.</param>
    /// <param name="Reason">Why it was not played; empty otherwise.</param>
    private sealed record Replayed(string Role, string Exchange, string Outcome, string Reason, IReadOnlyList<PlayedPart> Parts);

    /// <returns>0 where every step of every screen is found, else 3.</returns>
    public static async Task<int> RunAsync(RunSurroundings around, Profile profile, Standard standard, IReadOnlyList<(RoleContracts Role, ExchangeContract Exchange)> chosen, ProjectFolders folders, string output, bool json, string language)
    {
        var seen = new List<Replayed>();
        foreach (var same in chosen.GroupBy(one => one.Role))
        {
            seen.AddRange(await RoleAsync(around, profile, standard, same.Key, [.. same.Select(one => one.Exchange)], folders, output, language));
        }

        var exit = seen.TrueForAll(one => one.Outcome == "found") ? ExitCode.Conforms : ExitCode.Inconclusive;
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                Profile = profile.File,
                Exit = exit,
                Exchanges = seen.Select(one => new { one.Exchange, one.Role, one.Outcome, one.Reason, Steps = one.Parts.Select(part => new { part.Step, Kind = Word(part.Kind.ToString()), part.Name, Outcome = Word(part.Outcome.ToString()), part.Told }) }),
            }, MachineJson.Indented));
        }
        else
        {
            foreach (var same in seen.GroupBy(one => one.Reason.Length > 0 ? one.Reason : one.Exchange))
            {
                Tell(same.First() with { Exchange = string.Join("、", same.Select(one => one.Exchange)) }, language == "en");
            }

            Console.WriteLine(language == "en" ? $"{seen.Count(one => one.Outcome == "found")} of {seen.Count} screens are played to the end as mapped." : $"対応付けのとおり最後まで操作できた画面 {seen.Count(one => one.Outcome == "found")}/{seen.Count}");
            if (Directory.Exists(Path.Combine(output, RunFolder.LedgerFolder)))
            {
                Console.WriteLine(language == "en" ? $"What was written: conformance ledger {output}" : $"書き込んだもの：conformance ledger {output}");
            }
        }

        return exit;
    }

    private static async Task<IEnumerable<Replayed>> RoleAsync(RunSurroundings around, Profile profile, Standard standard, RoleContracts role, IReadOnlyList<ExchangeContract> exchanges, ProjectFolders folders, string output, string language)
    {
        var names = exchanges.Select(exchange => exchange.Name).ToList();
        var beginnings = ReplayScenarios.Of([.. RoleFeatures.Read(folders, standard, role).Documents.SelectMany(document => document.Pickles)], role, names,
            name => profile.Ui?.Exchanges.ContainsKey(name) == true || profile.Api?.Exchanges.ContainsKey(name) == true || profile.Batches.ContainsKey(name));
        var plays = new List<PlayedPart>();
        var results = new Dictionary<string, ScenarioResult>(StringComparer.Ordinal);
        if (beginnings.Count > 0)
        {
            var own = new ProjectFolders(Path.Combine(output, "replay"));
            OutputFile.Write(Path.Combine(own.Features, standard.Key, role.Slug, "replay.feature"), ReplayScenarios.Text(beginnings));
            var done = await ConformanceRun.RunAsync(new RunRequest
            {
                Profile = around.Borrowed,
                Standard = standard,
                Role = role.Name,
                EvidenceFolder = Path.Combine(output, "evidence"),
                Surfaces = Surfaces.Ui,
                Seed = RandomNumberGenerator.GetInt32(1, int.MaxValue),
                // One after the other, so that it is clear what belongs to which screen.
                Parallelism = 1,
                Folder = new RunFolder(output),
                Neighbours = around.Mocks,
                ClientId = around.Client.ClientId,
                Folders = own,
                Time = TimeProvider.System,
                Secrets = new Secrets(),
                Played = part =>
                {
                    lock (plays)
                    {
                        plays.Add(part);
                    }
                },
            }, around.Window.Token);
            around.Window.Token.ThrowIfCancellationRequested();
            results = done.Scenarios.ToDictionary(scenario => scenario.Id, StringComparer.Ordinal);
        }

        return names.Select(name => Judge(role, role.Exchanges[name], plays, results.GetValueOrDefault(ReplayScenarios.Id(name)), language));
    }

    private static Replayed Judge(RoleContracts role, ExchangeContract exchange, List<PlayedPart> plays, ScenarioResult? result, string language)
    {
        string Said(string ja, string en) => language == "en" ? en : ja;
        // A new beginning is a new play; the last that came to its end counts, else the last.
        var mine = plays.Where(part => part.Exchange == exchange.Name).Aggregate(new List<List<PlayedPart>>(), (all, part) =>
        {
            if (part.Kind == PlayedKind.Begin)
            {
                all.Add([]);
            }
            else
            {
                all[^1].Add(part);
            }

            return all;
        });
        var play = mine.LastOrDefault(parts => !parts.Exists(part => Bad.Contains(part.Outcome))) ?? mine.LastOrDefault();
        if (play is null)
        {
            return new Replayed(role.Name, exchange.Name, "not-played", result is null
                ? Said("この交換を画面で行うシナリオがない", "no scenario performs it on screens")
                : $"{Said("その前に止まった", "stopped before it")}: {result.Reason ?? result.Steps.FirstOrDefault(step => step.Status != "PASSED")?.Message ?? result.Verdict.ToString()}", []);
        }

        var read = play.Find(part => part.Kind == PlayedKind.Read && part.Outcome == PlayedOutcome.Found);
        var lacking = read is null ? [] : exchange.Keeps.Except(read.Read).ToList();
        List<PlayedPart> parts = [.. play, .. lacking.Select(item => new PlayedPart(exchange.Name, 0, PlayedKind.Read, item, PlayedOutcome.NotRead, Said("結果にこの項目がない", "the result does not show this item")))];
        return new Replayed(role.Name, exchange.Name, parts.Exists(part => Bad.Contains(part.Outcome)) ? "not-found" : "found", "", parts);
    }

    private static void Tell(Replayed one, bool english)
    {
        Console.WriteLine($"{(one.Outcome == "found" ? "✓" : "✗")} {one.Exchange}{(one.Reason.Length > 0 ? $"  {(english ? "not played" : "操作していない")}：{one.Reason}" : "")}");
        foreach (var part in one.Outcome == "found" ? [] : one.Parts)
        {
            var place = part.Step > 0 ? $"{part.Step}. {part.Kind switch { PlayedKind.Open => english ? "open" : "開く", PlayedKind.Fill => english ? "field" : "欄", _ => english ? "press" : "押す" }}" : english ? "read" : "読む";
            var outcome = part.Outcome switch
            {
                PlayedOutcome.Found => english ? "found" : "ある",
                PlayedOutcome.NotFound => english ? "not found" : "ない",
                PlayedOutcome.Ambiguous => english ? "ambiguous" : "一つに決まらない",
                PlayedOutcome.NotRead => english ? "not read" : "読めない",
                PlayedOutcome.Refused => english ? "refused" : "拒否された",
                _ => english ? "no answer" : "応答がない",
            };
            Console.WriteLine($"    {place}「{part.Name}」 {outcome}{(part.Told.Length > 0 ? $"：{part.Told}" : "")}");
        }
    }

    private static string Word(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
