using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Conformance.Cli.Commands.Testing;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Reports;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Running;

/// <summary><c>selftest</c>: whether the harness finds every seeded fault of the reference, blames the right unit, and raises no false alarm.</summary>
internal static class SelftestCommand
{
    private sealed record SoundOutcome(int Runs, int FalseAlarms, IReadOnlyList<string> Alarms);

    /// <param name="Times">On the same database.</param>
    /// <param name="Told">Each run on a line of its own.</param>
    private sealed record SoundWish(int Seeds, int Times, bool Plain, IReadOnlyList<string> Variants, bool Told)
    {
        /// <summary>Under load: how late the played systems answer; null without.</summary>
        public TimeSpan? MockDelay { get; init; }
    }

    public static Command Build()
    {
        var driver = new Option<string>("--driver") { Description = "api, ui or both.", DefaultValueFactory = _ => "api" };
        driver.AcceptOnlyFromAmong("api", "ui", "both");
        var standard = new Option<string?>("--standard") { Description = "業務ID: only the reference applications of this standard." };
        standard.AcceptOnlyFromAmong([.. ReferencePart.All.Select(part => part.Standard).Distinct()]);
        var fault = new Option<string[]>("--fault") { Description = "Only these faults.", AllowMultipleArgumentsPerToken = true };
        var sample = new Option<int>("--sample") { Description = "Only every n-th fault, so that every run of the same version takes the same ones.", DefaultValueFactory = _ => 1 };
        var seeds = new Option<int>("--seeds") { Description = "Runs of the sound reference and of each variant, each with its own seed.", DefaultValueFactory = _ => 1 };
        var soundOnly = new Option<int?>("--sound") { Description = "No faults: only the sound reference and each variant, with so many seeds." };
        var times = new Option<int>("--times") { Description = "Sound runs one after the other on the same database.", DefaultValueFactory = _ => 1 };
        var plain = new Option<bool>("--plain") { Description = "Leave the variants out." };
        var variant = new Option<string[]>("--variant") { Description = "Of the variants only these.", AllowMultipleArgumentsPerToken = true };
        var stability = new Option<int?>("--stability") { Description = "No faults: only the sound reference, so many runs each with its own seed, with every processor kept busy and the played systems answering late." };
        var delay = RunOptionSet.Timeout("--mock-delay", "With --stability: how late the played systems answer; 200ms unless given.");
        var repeat = new Option<int>("--repeat") { Description = "Runs of each fault, each with its own seed: it has to be found in every one.", DefaultValueFactory = _ => 1 };
        var own = new Option<bool>("--own") { Description = "Of each fault only the scenarios of its own function or step: quicker, and says nothing about what else would be blamed." };
        var output = new Option<string>("--out") { Description = "Folder of what is done already: a selftest that was stopped goes on there.", DefaultValueFactory = _ => Path.Combine("artifacts", "selftest") };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("selftest", "Seed each fault into the reference and see whether it is found and blamed on its function.") { standard, driver, fault, sample, seeds, soundOnly, times, plain, variant, stability, delay, repeat, own, output, json };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var surfaces = parsed.GetValue(driver) switch { "ui" => Surfaces.Ui, "both" => Surfaces.Both, _ => Surfaces.Api };
            var folder = parsed.GetValue(output)!;
            Directory.CreateDirectory(folder);
            var catalogue = await ReferenceCatalogue.LoadAsync(cancellationToken);
            var parts = ReferencePart.All.Where(part => parsed.GetValue(standard) is not { } only || part.Standard == only).ToList();
            var stable = parsed.GetValue(stability);
            var chosen = (parsed.GetValue(soundOnly) ?? stable) is not null ? [] : parsed.GetValue(fault) is { Length: > 0 } wanted
                ? [.. wanted.Select(catalogue.Fault)]
                : catalogue.Faults.Where(seeded => parts.Exists(part => part.App == seeded.App)).Where((_, i) => i % Math.Max(1, parsed.GetValue(sample)) == 0).ToList();
            var quiet = parsed.GetValue(json);
            var faults = new List<FaultOutcome>();
            foreach (var seeded in chosen)
            {
                // Over the API alone there is nothing to be found of some.
                var (where, word) = seeded.OnScreensOnly && surfaces == Surfaces.Api ? (Surfaces.Ui, "ui") : (surfaces, parsed.GetValue(driver)!);
                var (runs, unit) = (Math.Max(1, parsed.GetValue(repeat)), parsed.GetValue(own) ? seeded.Function : null);
                var name = string.Create(CultureInfo.InvariantCulture, $"{seeded.Id}.{word}{(runs > 1 ? $".{runs}" : "")}{(unit is null ? "" : ".own")}.json");
                var outcome = await OnceAsync(Path.Combine(folder, name), () => RepeatedAsync(runs, seed => FaultAsync(seeded, where, seed, unit, folder, cancellationToken)));
                faults.Add(outcome);
                if (!quiet)
                {
                    Console.WriteLine($"{(outcome.Exact ? "✓" : outcome.Found ? "~" : "✗")} {outcome.Id}  {outcome.Function}  → {(!outcome.Found ? "not found" : outcome.Attributed.Count == 0 ? string.Join(", ", outcome.Scenarios) : string.Join(", ", outcome.Attributed))}{(outcome.Runs > 1 ? string.Create(CultureInfo.InvariantCulture, $"  {outcome.FoundIn}/{outcome.Runs}") : "")}{(where == surfaces ? "" : "  (screens)")}");
                }
            }

            var wished = new SoundWish(stable ?? parsed.GetValue(soundOnly) ?? parsed.GetValue(seeds), Math.Max(1, parsed.GetValue(times)), parsed.GetValue(plain) || stable is not null, parsed.GetValue(variant) ?? [],
                Told: (parsed.GetValue(soundOnly) ?? stable) is not null && !quiet)
            {
                MockDelay = stable is null ? null : parsed.GetValue(delay) ?? TimeSpan.FromMilliseconds(200),
            };
            using var load = stable is null ? null : CpuLoad.OnAllProcessors();
            if (load is not null && !quiet)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load.Count} threads keep {Environment.ProcessorCount} processors busy; the played systems answer {wished.MockDelay!.Value.TotalMilliseconds:0} ms late."));
            }

            var sound = await SoundAsync(parts, catalogue, wished, surfaces, folder, parsed.GetValue(driver)!, quiet, cancellationToken);
            if (quiet)
            {
                Console.WriteLine(JsonSerializer.Serialize(new { faults, sound }, MachineJson.Indented));
            }
            else
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{faults.Count} faults: {faults.Count(entry => entry.Found)} found, {faults.Count(entry => entry.Exact)} blamed on exactly their unit. Sound: {sound.Runs} runs, {sound.FalseAlarms} false alarms."));
            }

            return faults.TrueForAll(entry => entry.FoundIn == entry.Runs && (entry.Function.Length == 0 || entry.Attributed.Contains(entry.Function))) && sound.FalseAlarms == 0 ? ExitCode.Conforms : ExitCode.HarnessFault;
        }));
        return command;
    }

    private static async Task<FaultOutcome> FaultAsync(ReferenceCatalogue.SeededFault seeded, Surfaces surfaces, int seed, string? filter, string folder, CancellationToken cancellationToken)
    {
        var runs = await RunAsync(ReferencePart.All.First(part => part.App == seeded.App), seeded.Id, null, seed, 1, seeded.Driver == "both" ? Surfaces.Both : surfaces, Path.Combine(folder, "evidence"), cancellationToken, filter);
        if (seeded.Shows != "verdict")
        {
            return ShownFault.Of(seeded, runs);
        }

        var broken = runs.SelectMany(run => run.Scenarios).Where(scenario => scenario.Verdict == VerdictKind.Nonconforming).ToList();
        var blamed = broken.SelectMany(scenario => scenario.Findings).Where(finding => finding.Verdict == VerdictKind.Nonconforming)
            .Select(finding => finding.Function).Distinct().Order(StringComparer.Ordinal).ToList();
        return new FaultOutcome(seeded.Id, seeded.Function, blamed.Count > 0, blamed, blamed is [var only] && only == seeded.Function, [.. broken.Take(5).Select(scenario => scenario.Id)]);
    }

    /// <summary>The first run's outcome, or that of the first run that did not find it, with how many did.</summary>
    private static async Task<FaultOutcome> RepeatedAsync(int times, Func<int, Task<FaultOutcome>> run)
    {
        var outcomes = new List<FaultOutcome>();
        for (var seed = 1; seed <= times; seed++)
        {
            outcomes.Add(await run(seed));
        }

        return (outcomes.Find(outcome => !outcome.Found) ?? outcomes.Find(outcome => !outcome.Exact) ?? outcomes[0]) with { Runs = times, FoundIn = outcomes.Count(outcome => outcome.Found) };
    }

    private static async Task<SoundOutcome> SoundAsync(
        IReadOnlyList<ReferencePart> parts, ReferenceCatalogue catalogue, SoundWish wished, Surfaces surfaces, string folder, string driver, bool quiet, CancellationToken cancellationToken)
    {
        var (count, alarms) = (0, new List<string>());
        foreach (var (part, variant) in parts.SelectMany(part => catalogue.Variants.Where(variant => variant.App == part.App).Select(variant => (part, (string?)variant.Id)).Where(one => !wished.Plain && (wished.Variants.Count == 0 || wished.Variants.Contains(one.Item2!))).Prepend((part, null))))
        {
            for (var seed = 1; seed <= wished.Seeds; seed++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"sound.{part.App}.{variant ?? "plain"}.{seed}.{driver}.{wished.Times}{(wished.MockDelay is null ? "" : ".load")}");
                var verdicts = await OnceAsync(Path.Combine(folder, name + ".json"), async () =>
                {
                    var evidence = Path.Combine(folder, "evidence", name);
                    var runs = await RunAsync(part, null, variant, seed, wished.Times, surfaces, evidence, cancellationToken, delay: wished.MockDelay);
                    if (Directory.Exists(evidence) && runs.All(run => run.Run.Verdict == VerdictKind.Conforms))
                    {
                        Directory.Delete(evidence, recursive: true);
                    }

                    return runs.Select(run => run.Run.Verdict == VerdictKind.Conforms ? run.Run.VerdictText is var text && Notes(run) is { Length: > 0 } notes ? $"{notes} ({text})" : text
                        : $"{run.Run.VerdictText} {string.Join("; ", run.Scenarios.Where(scenario => scenario.Verdict != VerdictKind.Conforms).Take(3).Select(scenario => $"{scenario.Id}@{scenario.Driver}: {scenario.Reason}"))}").ToList();
                });
                count += verdicts.Count;
                var wrong = verdicts.Where(verdict => !verdict.StartsWith("確認範囲で不適合なし", StringComparison.Ordinal)).ToList();
                alarms.AddRange(wrong.Select(verdict => $"{part.App} {variant ?? "plain"} seed {seed}: {verdict}"));
                if (!quiet && (wished.Told || wrong.Count > 0))
                {
                    Console.WriteLine($"{(wrong.Count == 0 ? "✓" : "✗")} {part.App} {variant ?? "plain"} seed {seed}: {string.Join(" / ", verdicts)}");
                }
            }
        }

        return new SoundOutcome(count, alarms.Count, alarms);
    }

    // A sound reference agrees with itself and with what its profile declares: anything else is a false alarm too.
    private static string Notes(RunResult run) => string.Join("; ", (run.Differences ?? []).Select(one => $"{one.Kind}: {one.Scenario}: {one.Api} ≠ {one.Ui}")
        .Concat((run.Surfaces?.Findings ?? []).Select(finding => $"{finding.Kind}: {finding.Place}")).Take(3));

    private static Task<IReadOnlyList<RunResult>> RunAsync(
        ReferencePart part, string? fault, string? variant, int seed, int times, Surfaces surfaces, string evidence, CancellationToken cancellationToken, string? filter = null, TimeSpan? delay = null)
    {
        var folders = ProjectFolders.Find();
        var settings = new RunSettings(evidence, surfaces, filter, seed, 4, Json: true, ReportLanguage.Japanese) { MockDelay = delay };
        return SpoiltRuns.AgainAsync(fault, () => ReferenceRun.RunAsync(part, StandardLoader.LoadById(folders.Standards, part.Standard), folders, settings, fault, variant, times, evidence, null, cancellationToken));
    }

    // What is on disk was done with this very program; another version begins anew.
    private static async Task<T> OnceAsync<T>(string file, Func<Task<T>> make)
    {
        var program = File.GetLastWriteTimeUtc(typeof(SelftestCommand).Assembly.Location);
        if (File.Exists(file) && File.GetLastWriteTimeUtc(file) > program)
        {
            return JsonSerializer.Deserialize<T>(await File.ReadAllTextAsync(file), MachineJson.Indented)!;
        }

        var made = await make();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(made, MachineJson.Indented));
        return made;
    }
}
