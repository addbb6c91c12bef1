using System.Diagnostics;
using System.Globalization;
using Conformance.Cli;

namespace Conformance.Bench.Gherkin;

/// <summary>
/// Our runtime and cucumber-js on the same features, in turns in one run: both write Cucumber Messages, both one scenario at a time. Start-up is what a
/// run of one scenario takes; the time per scenario is what the others add.
/// </summary>
internal static class GherkinBench
{
    private const int Rounds = 3;

    public static async Task<int> RunAsync(int scenarios)
    {
        var root = ProjectFolders.Find();
        var work = Path.Combine(root.Artifacts, "bench", "gherkin");
        var peer = Path.Combine(root.Root, "bench", "cucumber-js");
        if (!Directory.Exists(Path.Combine(peer, "node_modules")))
        {
            await EndAsync("npm", ["ci", "--ignore-scripts", "--prefix", peer], peer);
        }

        var (one, many) = (Path.Combine(work, "one"), Path.Combine(work, "many"));
        TrivialFeatures.Write(one, 1);
        TrivialFeatures.Write(many, scenarios);
        var samples = new Dictionary<string, List<(Sample One, Sample Many)>>(StringComparer.Ordinal);
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (name, run) in new (string, Func<string, Task<Sample>>)[]
            {
                ("ours", folder => OursAsync(folder, work, 1)),
                ("ours, 4 at a time", folder => OursAsync(folder, work, 4)),
                ("cucumber-js", folder => PeerAsync(folder, work, peer)),
            })
            {
                var (startup, all) = (await run(one), await run(many));
                if (round > 0)
                {
                    (samples.TryGetValue(name, out var list) ? list : samples[name] = []).Add((startup, all));
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenarios} scenarios of 5 steps, messages written, {Rounds} rounds after one warm-up (medians)"));
        foreach (var (name, list) in samples)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-18} total {Median(list, one => one.Many.Time.TotalSeconds),6:0.00} s   start-up {Median(list, one => one.One.Time.TotalSeconds),5:0.00} s   per scenario {PerScenario(list, scenarios, one => one.Time),6:0.000} ms, of the processor {PerScenario(list, scenarios, one => one.Cpu),6:0.000} ms   peak {Median(list, one => one.Many.Peak) / 1024,4:0} MiB"));
        }

        var (ours, theirs) = (samples["ours"], samples["cucumber-js"]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"ours / cucumber-js, per scenario: {PerScenario(ours, scenarios, one => one.Time) / PerScenario(theirs, scenarios, one => one.Time):0.00}; of the processor: {PerScenario(ours, scenarios, one => one.Cpu) / PerScenario(theirs, scenarios, one => one.Cpu):0.00}"));
        return 0;
    }

    /// <summary>A long run into every sink: whether its memory stays flat.</summary>
    public static async Task<int> MemoryAsync(int scenarios)
    {
        var work = Path.Combine(ProjectFolders.Find().Artifacts, "bench", "gherkin");
        var features = Path.Combine(work, "flat");
        TrivialFeatures.Write(features, scenarios);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenarios} scenarios of 5 steps, 4 at a time, into messages, page, JUnit, console, log and results"));
        var clock = Stopwatch.StartNew();
        var (_, output, _) = await EndAsync("dotnet", [Environment.GetCommandLineArgs()[0], "gherkin-child", features, Path.Combine(work, "out"), "4", "every"], work);
        Console.Write(output);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0} s"));
        return 0;
    }

    private static async Task<Sample> OursAsync(string features, string work, int parallelism) =>
        Measured(await EndAsync("dotnet", [Environment.GetCommandLineArgs()[0], "gherkin-child", features, Path.Combine(work, "out"), parallelism.ToString(CultureInfo.InvariantCulture)], work));

    private static async Task<Sample> PeerAsync(string features, string work, string peer) =>
        Measured(await EndAsync("node", [
            Path.Combine(peer, "node_modules", "@cucumber", "cucumber", "bin", "cucumber.js"), Path.Combine(features, "*.feature"),
            "--require", Path.Combine(peer, "steps.cjs"), "--format", "message:" + Path.Combine(work, "out", "cucumber-js.ndjson")], peer));

    private static Sample Measured((TimeSpan Time, string Output, string Errors) ended)
    {
        var used = ended.Errors.Split('\n').Last(line => line.StartsWith("used ", StringComparison.Ordinal)).Split(' ');
        return new(ended.Time, TimeSpan.FromMilliseconds(long.Parse(used[2], CultureInfo.InvariantCulture)), long.Parse(used[1], CultureInfo.InvariantCulture));
    }

    /// <param name="Cpu">Processor time, which other programs on the machine disturb less than the time that passes.</param>
    /// <param name="Peak">Kibibytes.</param>
    private sealed record Sample(TimeSpan Time, TimeSpan Cpu, long Peak);

    private static async Task<(TimeSpan Time, string Output, string Errors)> EndAsync(string program, string[] arguments, string folder)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (clock.Elapsed, await output, await errors)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output}{await errors}");
    }

    private static double Median<T>(List<T> list, Func<T, double> of) => list.Select(of).Order().ElementAt(list.Count / 2);

    private static double PerScenario(List<(Sample One, Sample Many)> list, int scenarios, Func<Sample, TimeSpan> of) =>
        Median(list, sample => (of(sample.Many) - of(sample.One)).TotalMilliseconds / (scenarios - 1));
}
