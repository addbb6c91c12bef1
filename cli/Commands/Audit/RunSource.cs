using Conformance.Cli.Recording;
using Conformance.Reports;
using Conformance.Reports.Bundles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Audit;

/// <summary>A run that has ended, from its folder or from a bundle (which is not verified here).</summary>
/// <param name="Results">As they were judged then.</param>
/// <param name="Records">What was recorded, one per role.</param>
internal sealed record RunSource(IReadOnlyList<RunResult> Results, IReadOnlyList<RunRecord> Records)
{
    /// <exception cref="BadInputException">CF6053, CF6056: nothing to read; CF6070, CF6071: no log.</exception>
    public static async Task<RunSource> ReadAsync(string source, CancellationToken cancellationToken)
    {
        var results = await CompareCommand.ResultsAsync(source, cancellationToken);
        if (Directory.Exists(source))
        {
            return new RunSource(results, RunFolder.Read(source));
        }

        var manifest = await BundleReader.ReadManifestAsync(source, cancellationToken)
            ?? throw new BadInputException(new Problem("CF6056", source, 0, 0, "This is no bundle.", "Give the folder of a run, or a file that `bundle create` wrote."));
        var folder = Directory.CreateTempSubdirectory("conformance-");
        try
        {
            var logs = Path.Combine(folder.FullName, RunFolder.LogFolder);
            Directory.CreateDirectory(logs);
            var number = 0;
            foreach (var entry in manifest.Files.Where(entry => entry.Path.StartsWith(RunFolder.LogFolder + "/", StringComparison.Ordinal)))
            {
                // Named by us: what a bundle calls its entries is not trusted with a place on this machine.
                await File.WriteAllBytesAsync(Path.Combine(logs, $"{number++:D4}.ndjson"), await BundleReader.ReadFileAsync(source, entry.Path, cancellationToken) ?? [], cancellationToken);
            }

            return new RunSource(results, RunFolder.Read(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
