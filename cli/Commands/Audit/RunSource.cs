using Conformance.Cli.Recording;
using Conformance.Reports;
using Conformance.Reports.Bundles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Audit;

/// <summary>A run that has ended, from its folder or from a bundle (which is not verified here).</summary>
/// <param name="Folder">Folder with its logs and profiles: the run's own, or one that is gone when this is disposed.</param>
/// <param name="Results">As they were judged then.</param>
internal sealed record RunSource(string Folder, IReadOnlyList<RunResult> Results) : IDisposable
{
    private DirectoryInfo? temporary;

    /// <summary>What was recorded, one per role.</summary>
    /// <exception cref="BadInputException">CF6070, CF6071: no log.</exception>
    public IReadOnlyList<RunRecord> Records() => RunFolder.Read(Folder);

    public void Dispose() => temporary?.Delete(recursive: true);

    /// <exception cref="BadInputException">CF6053, CF6056: nothing to read.</exception>
    public static async Task<RunSource> ReadAsync(string source, CancellationToken cancellationToken)
    {
        var results = await CompareCommand.ResultsAsync(source, cancellationToken);
        if (Directory.Exists(source))
        {
            return new RunSource(source, results);
        }

        if (!source.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return new RunSource(Path.GetDirectoryName(Path.GetFullPath(source))!, results);
        }

        var manifest = await BundleReader.ReadManifestAsync(source, cancellationToken)
            ?? throw new BadInputException(new Problem("CF6056", source, 0, 0, "This is no bundle.", "Give the folder of a run, or a file that `bundle create` wrote."));
        var folder = Directory.CreateTempSubdirectory("conformance-");
        var run = new RunSource(folder.FullName, results) { temporary = folder };
        try
        {
            await run.UnpackAsync(source, manifest, RunFolder.LogFolder, ".ndjson", cancellationToken);
            await run.UnpackAsync(source, manifest, ProfileCopy.Folder, ProfileCopy.Extension, cancellationToken);
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    private async Task UnpackAsync(string bundle, BundleManifest manifest, string part, string extension, CancellationToken cancellationToken)
    {
        var target = Directory.CreateDirectory(Path.Combine(Folder, part)).FullName;
        var number = 0;
        foreach (var entry in manifest.Files.Where(entry => entry.Path.StartsWith(part + "/", StringComparison.Ordinal)))
        {
            // Named by us: what a bundle calls its entries is not trusted with a place on this machine.
            await File.WriteAllBytesAsync(Path.Combine(target, $"{number++:D4}{extension}"), await BundleReader.ReadFileAsync(bundle, entry.Path, cancellationToken) ?? [], cancellationToken);
        }
    }
}
