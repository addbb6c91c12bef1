using System.Diagnostics;
using System.Globalization;
using Conformance.Cli;
using Conformance.Derivation;
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
        var measured = new Dictionary<(string, double), (double Seconds, double Mebibytes, string What)>();
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

        Console.WriteLine("phase   1/4 size         full size        exponent");
        foreach (var phase in Phases)
        {
            var (quarter, full) = (measured[(phase, 0.25)], measured[(phase, 1)]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{phase,-6} {quarter.Seconds,6:0.00} s {quarter.Mebibytes,5:0} MiB {full.Seconds,6:0.00} s {full.Mebibytes,5:0} MiB  {Math.Log(full.Seconds / quarter.Seconds) / Math.Log(4):0.00}   {full.What}"));
        }

        return 0;
    }

    private static (double Seconds, double Mebibytes, string What) Child(string phase, string folder)
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
        return process.ExitCode == 0 && cells.Length == 3
            ? (double.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture), cells[2])
            : throw new InvalidOperationException($"The phase {phase} ended with {process.ExitCode}: {line}");
    }

    private static int Phase(string phase, string folder)
    {
        List<Standard> Load(string edition) => [.. StandardLoader.Folders(folder).Where(path => Path.GetFileName(path) == edition).Select(StandardLoader.Load)];

        var clock = Stopwatch.StartNew();
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
                var reports = all.Select(standard => StandardLint.Check(new LintSubject(standard, [], [.. all.Where(other => other != standard)]), LintRules.All)).ToList();
                (seconds, what) = (clock.Elapsed.TotalSeconds, $"load included; {LintRules.All.Count} rules, {reports.Sum(report => report.Findings.Count)} findings");
                break;
            case "derive":
                var loaded = Load("1.0");
                clock.Restart();
                var features = loaded.Sum(standard => FeatureDerivation.Derive(standard).Count);
                (seconds, what) = (clock.Elapsed.TotalSeconds, $"{features} features; load not included");
                break;
            default:
                var (old, now) = (Load("1.0"), Load("2.0"));
                clock.Restart();
                var differences = old.Zip(now).Sum(pair => StandardComparison.Between(pair.First, pair.Second).Differences.Count);
                (seconds, what) = (clock.Elapsed.TotalSeconds, $"{differences} differences; load not included");
                break;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds}\t{self.PeakWorkingSet64 / 1048576.0}\t{what}"));
        return 0;
    }
}
