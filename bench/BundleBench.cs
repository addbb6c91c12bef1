using System.Diagnostics;
using System.Security.Cryptography;
using Conformance.Reports;
using Conformance.Reports.Bundles;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Bench;

/// <summary>A bundle of much evidence: packed, verified, and the bare SHA-256 of the same file beside it.</summary>
internal static class BundleBench
{
    private const int FileSize = 4 << 20;

    /// <param name="gigabytes">Of evidence; the folder and the bundle need twice that on disk.</param>
    public static async Task<int> RunAsync(int gigabytes)
    {
        var folder = Directory.CreateTempSubdirectory("bundle-bench").FullName;
        try
        {
            var run = Path.Combine(folder, "run");
            await FillAsync(run, gigabytes);
            using var key = SigningKey.New();
            var file = Path.Combine(folder, "run.zip");
            GC.Collect();
            var watch = Stopwatch.StartNew();
            await BundleWriter.CreateAsync(run, file, key, "bench", TimeProvider.System, null, CancellationToken.None);
            Say($"{gigabytes} GiB of evidence in files of 4 MiB\npacked    {watch.Elapsed.TotalSeconds:0.0} s");
            using var trust = BundleTrust.OfKey(key.PublicPem(), "key");
            // Read once, so that both find the file where the system keeps it.
            await HashAsync(file);
            watch.Restart();
            var verdict = await BundleReader.VerifyAsync(file, trust, CancellationToken.None);
            var verified = watch.Elapsed;
            watch.Restart();
            await HashAsync(file);
            Say($"verified  {verified.TotalSeconds:0.0} s ({verdict.GetType().Name})\nsha256    {watch.Elapsed.TotalSeconds:0.0} s of the same file\nratio     {verified / watch.Elapsed:0.00}\npeak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
            return verdict is BundleVerdict.Intact ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Pictures: content that does not get smaller.
    private static async Task FillAsync(string run, int gigabytes)
    {
        Directory.CreateDirectory(Path.Combine(run, "evidence"));
        var info = new RunInfo("bench", 1, "900", "例示", "1.0", "illustrative", "役割", MunicipalityClass.Other, "見本", "1", ["ui"], default, default, VerdictKind.Inconclusive, "判定不能");
        await ResultJson.WriteFileAsync(Path.Combine(run, "result.json"),
            [new RunResult(info, [], [], [], new Summary(0, 0, 0, 0, 0, 0, 0, 0, new ScenarioCounts(0, 0, 0, 0, 0), new Dictionary<CauseKind, int>()))]);
        var content = new byte[FileSize];
        for (var i = 0L; i < gigabytes * 1024L / 4; i++)
        {
            RandomNumberGenerator.Fill(content);
            await File.WriteAllBytesAsync(Path.Combine(run, "evidence", Convert.ToHexStringLower(SHA256.HashData(content)) + ".png"), content);
        }
    }

    private static async Task HashAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        await SHA256.HashDataAsync(stream);
    }

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
