using System.CommandLine;
using System.Security.Cryptography;
using Conformance.Cli.Recording;
using Conformance.Spec;

namespace Conformance.Cli.Commands.Audit;

/// <summary><c>sample</c>: draws scenarios of a run, to be run again with other people.</summary>
internal static class SampleCommand
{
    public static Command Build()
    {
        var source = new Argument<string>("RUN") { Description = "Folder of a run, or a bundle." };
        var percent = new Option<int>("--percent") { Description = "How many of the scenarios, at least one of each function or flow step.", DefaultValueFactory = _ => 10 };
        var fresh = new Option<bool>("--fresh-seed") { Description = "Draw scenarios and people that nobody can foresee." };
        var seed = new Option<int?>("--seed") { Description = "Draw by this number instead, so that the draw can be repeated." };
        var output = new Option<string>("--out") { Description = "File of the plan.", DefaultValueFactory = _ => "sample.json" };
        percent.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 100)
            {
                result.AddError("--percent takes 1 to 100.");
            }
        });
        var command = new Command("sample", "Draw a plan for a spot check: `run --profile FILE --plan PLAN` runs it.") { source, percent, fresh, seed, output };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            if (parsed.GetValue(fresh) == parsed.GetValue(seed) is not null)
            {
                throw new BadInputException(new Problem("CF6060", "sample", 0, 0, "Exactly one of --fresh-seed and --seed says how to draw.", "Give --fresh-seed for a spot check; --seed N to repeat one."));
            }

            var results = await CompareCommand.ResultsAsync(parsed.GetValue(source)!, cancellationToken);
            var drawnBy = parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(1, int.MaxValue);
            var first = results[0].Run;
            var own = results.Where(result => result.Run.Standard == first.Standard && result.Run.Edition == first.Edition).ToList();
            var all = own.SelectMany(result => result.Scenarios, (result, scenario) => (Key: new ScenarioKey(scenario.Id, scenario.Driver) { Edition = result.Run.Interface?.Key }, scenario.Functions))
                .OrderBy(scenario => Draw(drawnBy, scenario.Key), StringComparer.Ordinal).ToList();
            var chosen = all.Take(Math.Max(1, all.Count * parsed.GetValue(percent) / 100)).ToList();
            var covered = chosen.SelectMany(scenario => scenario.Functions).ToHashSet(StringComparer.Ordinal);
            foreach (var scenario in all.Skip(chosen.Count).Where(scenario => scenario.Functions.Any(unit => !covered.Contains(unit))).ToList())
            {
                if (scenario.Functions.Any(covered.Add))
                {
                    covered.UnionWith(scenario.Functions);
                    chosen.Add(scenario);
                }
            }

            var looked = own.SelectMany(result => result.Manual ?? []).Where(check => check.Result is not null).Select(check => check.Id).OrderBy(id => Draw(drawnBy, new ScenarioKey(id, "manual")), StringComparer.Ordinal).ToList();
            var manual = looked.Take(looked.Count == 0 ? 0 : Math.Max(1, looked.Count * parsed.GetValue(percent) / 100)).ToList();
            var file = parsed.GetValue(output)!;
            await File.WriteAllTextAsync(file, new SamplePlan(SamplePlan.CurrentSchema, first.Id, first.Standard, first.Edition, drawnBy, all.Count, [.. chosen.Select(scenario => scenario.Key)]) { Manual = manual.Count > 0 ? manual : null }.ToJson(), cancellationToken);
            Console.WriteLine($"{file}: {chosen.Count}/{all.Count}, seed {drawnBy}");
            if (manual.Count > 0)
            {
                Console.WriteLine($"manual: {manual.Count}/{looked.Count}: {string.Join(", ", manual)}  (manual export RUN --plan {file} --xlsx SHEET)");
            }

            if (own.Count < results.Count)
            {
                Console.WriteLine($"Only {first.Standard} {first.Edition}: the results hold other standards too.");
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    // An order that only the seed knows, the same on every machine.
    private static string Draw(int seed, ScenarioKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{seed}\n{key.Id}\n{key.Driver}{(key.Edition is null ? "" : "\n" + key.Edition)}")));
}
