using System.Diagnostics;
using System.Globalization;
using Conformance.Cli;
using Conformance.Derivation;
using Conformance.Spec.Loading;

namespace Conformance.Bench;

/// <summary>Time and memory to load and derive 031, the second time in one process and on: the first also compiles.</summary>
internal static class DeriveBench
{
    private const int Rounds = 20;

    public static int Run()
    {
        var folders = ProjectFolders.Find();
        var folder = StandardLoader.Folders(folders.Standards).First(candidate => candidate.Contains("031-", StringComparison.Ordinal));
        var (times, bytes, features) = (new List<double>(), 0L, 0);
        for (var round = 0; round <= Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var clock = Stopwatch.StartNew();
            features = FeatureDerivation.Derive(StandardLoader.Load(folder)).Count;
            if (round == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first time  {clock.Elapsed.TotalMilliseconds:0} ms"));
            }
            else
            {
                times.Add(clock.Elapsed.TotalMilliseconds);
                bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"load + derive  {times.Order().ElementAt(Rounds / 2):0.0} ms median of {Rounds} [{times.Min():0.0}–{times.Max():0.0}], {bytes / 1048576.0:0.0} MiB allocated, {features} features, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB"));
        return 0;
    }
}
