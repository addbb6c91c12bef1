using System.Security.Cryptography;
using System.Text;
using Conformance.Reports.Bundles;
using Conformance.Reports.Tests.Samples;

namespace Conformance.Reports.Tests.Bundles;

/// <summary>The folder of a finished run and a key, in a place of their own. Deleted at the end.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("bundle").FullName;

    private RunFolder()
    {
    }

    public SigningKey Key { get; } = SigningKey.New();

    public string Run => Path.Combine(root, "run");

    public string Bundle => Path.Combine(root, "run.zip");

    public static async Task<RunFolder> OfResultAsync(CancellationToken cancellationToken)
    {
        var folder = new RunFolder();
        Directory.CreateDirectory(Path.Combine(folder.Run, "evidence"));
        await ResultJson.WriteFileAsync(Path.Combine(folder.Run, "result.json"), [Some.Run()], cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Run, "report.html"), "<!doctype html><title>報告</title>" + new string('あ', 5000), cancellationToken);
        for (var i = 0; i < 5; i++)
        {
            var content = Encoding.UTF8.GetBytes($"{{\"title\":\"付番 {i}\",\"response\":\"{new string((char)('a' + i), 300)}\"}}");
            await File.WriteAllBytesAsync(Path.Combine(folder.Run, "evidence", Convert.ToHexStringLower(SHA256.HashData(content)) + ".exchange.json"), content, cancellationToken);
        }

        var picture = PlainPng.Draw(64, 48, 90);
        await File.WriteAllBytesAsync(Path.Combine(folder.Run, "evidence", Convert.ToHexStringLower(SHA256.HashData(picture)) + ".png"), picture, cancellationToken);
        return folder;
    }

    public Task<BundleManifest> PackAsync(CancellationToken cancellationToken, Func<byte[], CancellationToken, Task<byte[]>>? timestamp = null) =>
        BundleWriter.CreateAsync(Run, Bundle, Key, "1.2.3", TimeProvider.System, timestamp, cancellationToken);

    public Task<BundleVerdict> VerifyAsync(CancellationToken cancellationToken, BundleTrust? trust = null) =>
        BundleReader.VerifyAsync(Bundle, trust ?? BundleTrust.OfKey(Key.PublicPem(), "key.pem"), cancellationToken);

    public void Dispose()
    {
        Key.Dispose();
        Directory.Delete(root, recursive: true);
    }
}
