using System.Diagnostics;
using System.Globalization;
using Conformance.Cli;
using Conformance.Derivation;
using Conformance.Derivation.Lint;
using Conformance.Spec;
using Conformance.Spec.Comparison;
using Conformance.Spec.Lint;
using Conformance.Spec.Loading;

namespace Conformance.Bench.National;

/// <summary>
/// Time and peak memory of load, lint, derive and diff on the synthetic national standard, at a quarter and at full size, each phase in a process of its own.
/// </summary>
internal static class NationalBench
{
    private static readonly IReadOnlyList<LintRule> Rules = [.. LintRules.All, .. FlowRules.All];

    private static readonly string[] Phases = ["load", "lint", "derive", "diff"];

    public static int Run(string[] args) => args switch
    {
        ["generate", var folder, ..] => Generate(folder, args.Length > 2 ? double.Parse(args[2], CultureInfo.InvariantCulture) : 1),
        ["phase", var phase, var folder] => Phase(phase, folder),
        [] => Measure(),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("Usage: … national | national generate FOLDER [SHARE] | national phase load|lint|derive|diff FOLDER");
        return 2;
    }

    private static int Generate(string folder, double share)
    {
        NationalStandard.Write(folder, share, 1);
        NationalStandard.Write(folder, share, 2);
        return 0;
    }

    private static int Measure()
    {
        var root = Path.Combine(ProjectFolders.Find().Artifacts, "bench", "national");
        var measured = new Dictionary<(string, double), (double Seconds, double Processor, double Mebibytes, string What)>();
        foreach (var share in new[] { 0.25, 1 })
        {
            var folder = Path.Combine(root, share.ToString(CultureInfo.InvariantCulture));
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Generate(folder, share);
            foreach (var phase in Phases)
            {
                measured[(phase, share)] = Child(phase, folder);
            }
        }

        // Where other programs use the processors as well, the time on the clock says little: the processor time of the process stands beside it.
        Console.WriteLine("phase   1/4 size: clock, processor, peak    full size: clock, processor, peak    exponent (processor)");
        foreach (var phase in Phases)
        {
            var (quarter, full) = (measured[(phase, 0.25)], measured[(phase, 1)]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{phase,-6} {quarter.Seconds,6:0.00} s {quarter.Processor,6:0.00} s {quarter.Mebibytes,5:0} MiB    {full.Seconds,6:0.00} s {full.Processor,6:0.00} s {full.Mebibytes,5:0} MiB   {Math.Log(full.Processor / quarter.Processor) / Math.Log(4):0.00}   {full.What}"));
        }

        return 0;
    }

    private static (double Seconds, double Processor, double Mebibytes, string What) Child(string phase, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in new[] { Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? typeof(NationalBench).Assembly.Location : "", "national", "phase", phase, folder }.Where(argument => argument.Length > 0))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        var cells = line.Split('\t');
        return process.ExitCode == 0 && cells.Length == 4
            ? (double.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture), cells[3])
            : throw new InvalidOperationException($"The phase {phase} ended with {process.ExitCode}: {line}");
    }

    private static int Phase(string phase, string folder)
    {
        IReadOnlyList<Standard> Load(string edition) => StandardLoader.LoadAll([.. StandardLoader.Folders(folder).Where(path => Path.GetFileName(path) == edition)]);

        using var self = Process.GetCurrentProcess();
        var clock = Stopwatch.StartNew();
        var spent = self.TotalProcessorTime;
        string what;
        double seconds;
        switch (phase)
        {
            case "load":
                var standards = Load("1.0");
                (seconds, what) = (clock.Elapsed.TotalSeconds, $"{standards.Count} businesses, {standards.Sum(standard => standard.Items.Count)} items, {standards.Sum(standard => standard.Functions.Count)} functions, {standards.Sum(standard => standard.Flows.Count)} flows");
                break;
            case "lint":
                var all = Load("1.0");
                var reports = StandardLint.CheckAll([.. all.Select(standard => new LintSubject(standard, [], [.. all.Where(other => other != standard)]))], Rules);
                (seconds, what) = (clock.Elapsed.TotalSeconds, $"load included; {Rules.Count} rules, {reports.Sum(report => report.Findings.Count)} findings");
                break;
            case "derive":
                var loaded = Load("1.0");
                spent = Restart(self, clock);
                var features = loaded.Sum(standard => FeatureDerivation.Derive(standard).Count);
                (seconds, what) = (clock.Elapsed.TotalSeconds, $"{features} features; load not included");
                break;
            default:
                var (old, now) = (Load("1.0"), Load("2.0"));
                spent = Restart(self, clock);
                var differences = old.Zip(now).Sum(pair => StandardComparison.Between(pair.First, pair.Second).Differences.Count);
                (seconds, what) = (clock.Elapsed.TotalSeconds, $"{differences} differences; load not included");
                break;
        }

        self.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds}\t{(self.TotalProcessorTime - spent).TotalSeconds}\t{self.PeakWorkingSet64 / 1048576.0}\t{what}"));
        return 0;
    }

    private static TimeSpan Restart(Process self, Stopwatch clock)
    {
        self.Refresh();
        clock.Restart();
        return self.TotalProcessorTime;
    }
}
