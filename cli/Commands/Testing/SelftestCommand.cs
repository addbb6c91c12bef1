using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Conformance.Cli.Commands.Running;
using Conformance.Cli.Runs;
using Conformance.Cli.Selftest;

namespace Conformance.Cli.Commands.Testing;

/// <summary><c>selftest</c>: whether the harness finds every seeded fault of the reference, blames the right unit, and raises no false alarm.</summary>
internal static class SelftestCommand
{
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
            var trial = new ReferenceTrial(parsed.GetValue(output)!, parsed.GetValue(driver)!);
            Directory.CreateDirectory(trial.Folder);
            var catalogue = await ReferenceCatalogue.LoadAsync(cancellationToken);
            var parts = ReferencePart.All.Where(part => parsed.GetValue(standard) is not { } only || part.Standard == only).ToList();
            var stable = parsed.GetValue(stability);
            var chosen = (parsed.GetValue(soundOnly) ?? stable) is not null ? [] : parsed.GetValue(fault) is { Length: > 0 } wanted
                ? [.. wanted.Select(catalogue.Fault)]
                : catalogue.Faults.Where(seeded => parts.Exists(part => part.App == seeded.App)).Where((_, i) => i % Math.Max(1, parsed.GetValue(sample)) == 0).ToList();
            var quiet = parsed.GetValue(json);
            var faults = await new FaultSeries(trial, Math.Max(1, parsed.GetValue(repeat)), parsed.GetValue(own)).RunAsync(chosen, quiet, cancellationToken);
            var series = new SoundSeries(parts, catalogue, trial)
            {
                Seeds = stable ?? parsed.GetValue(soundOnly) ?? parsed.GetValue(seeds),
                Times = Math.Max(1, parsed.GetValue(times)),
                Plain = parsed.GetValue(plain) || stable is not null,
                Variants = parsed.GetValue(variant) ?? [],
                IsTold = (parsed.GetValue(soundOnly) ?? stable) is not null,
                IsQuiet = quiet,
                MockDelay = stable is null ? null : parsed.GetValue(delay) ?? TimeSpan.FromMilliseconds(200),
            };
            using var load = stable is null ? null : CpuLoad.OnAllProcessors();
            if (load is not null && !quiet)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load.Count} threads keep {Environment.ProcessorCount} processors busy; the played systems answer {series.MockDelay!.Value.TotalMilliseconds:0} ms late."));
            }

            var sound = await series.RunAsync(cancellationToken);
            if (quiet)
            {
                Console.WriteLine(JsonSerializer.Serialize(new { faults, sound }, MachineJson.Indented));
            }
            else
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{faults.Count} faults: {faults.Count(entry => entry.Found)} found, {faults.Count(entry => entry.Exact)} blamed on exactly their unit. Sound: {sound.Runs} runs, {sound.FalseAlarms} false alarms."));
            }

            return faults.All(entry => entry.FoundIn == entry.Runs && (entry.Function.Length == 0 || entry.Attributed.Contains(entry.Function))) && sound.FalseAlarms == 0 ? ExitCode.Conforms : ExitCode.HarnessFault;
        }));
        return command;
    }
}
