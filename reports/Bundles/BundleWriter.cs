using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Conformance.Spec;

namespace Conformance.Reports.Bundles;

/// <summary>Packs the folder of a run into one signed file. Files are hashed while they are copied: memory does not grow with the evidence.</summary>
public static class BundleWriter
{
    // The earliest time that the format knows: a file's own time says nothing that is signed.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Compressed = [".png", ".jpg", ".jpeg", ".webp", ".pdf", ".zip", ".gz", ".xlsx", ".docx"];
    private static readonly string[] Leftovers = [".unfinished", ".tmp"];

    /// <param name="folder">As <c>run --out</c> wrote it: holds <c>result.json</c>.</param>
    /// <param name="timestamp">Asks a time-stamping authority about the signature and gives its answer (RFC 3161); null for none.</param>
    /// <exception cref="BadInputException">CF7103: no results there. CF7001 to CF7003: <c>result.json</c> is not readable. CF7104: the file lies in the folder.</exception>
    public static async Task<BundleManifest> CreateAsync(
        string folder, string file, SigningKey key, string tool, TimeProvider time, Func<byte[], CancellationToken, Task<byte[]>>? timestamp, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(folder);
        var result = Path.Combine(root, "result.json");
        if (!File.Exists(result))
        {
            throw new BadInputException(new Problem("CF7103", folder, 0, 0, "There is no result.json in this folder.", "Give the folder that --out of `run` or `demo` named, after the run has ended."));
        }

        if (Path.GetFullPath(file).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new BadInputException(new Problem("CF7104", file, 0, 0, "The bundle would lie in the folder that it packs.", "Choose a place beside the folder."));
        }

        var runs = await ResultJson.ReadFileAsync(result, cancellationToken);
        BundleManifest? manifest = null;
        await WholeFile.WriteAsync(file, async (stream, token) =>
        {
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, token);
            var entries = new List<BundleEntry>();
            foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(path => !Leftovers.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal))
            {
                entries.Add(await CopyAsync(zip, root, path, token));
            }

            manifest = new BundleManifest(BundleManifest.CurrentSchema, time.GetUtcNow(), tool, [.. runs.Select(run => BundledRun.Of(run.Run))], entries);
            var json = manifest.ToJson();
            await AddAsync(zip, BundleFolder.Manifest, json, token);
            var envelope = DsseEnvelope.Sign(DsseEnvelope.InToto, Statement.About(json, manifest), key);
            await AddAsync(zip, BundleFolder.Attestation, envelope.ToJson(), token);
            if (timestamp is not null)
            {
                await AddAsync(zip, BundleFolder.Timestamp, await timestamp(envelope.FirstSignature(), token), token);
            }
        }, cancellationToken);
        return manifest!;
    }

    private static async Task<BundleEntry> CopyAsync(ZipArchive zip, string root, string path, CancellationToken cancellationToken)
    {
        if (!BundleFolder.IsSafe(path))
        {
            throw new BadInputException(new Problem("CF7105", Path.Combine(root, path), 0, 0, "A file with this name cannot be unpacked on every system.", "Rename it or take it out of the folder."));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        long size = 0;
        try
        {
            await using var source = new FileStream(Path.Combine(root, path), FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            await using var target = await Entry(zip, BundleFolder.Files + path).OpenAsync(cancellationToken);
            for (int count; (count = await source.ReadAsync(buffer, cancellationToken)) > 0; size += count)
            {
                hash.AppendData(buffer, 0, count);
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new BundleEntry(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellationToken)
    {
        await using var target = await Entry(zip, name).OpenAsync(cancellationToken);
        await target.WriteAsync(content, cancellationToken);
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var stored = Compressed.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        var entry = zip.CreateEntry(name, stored ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return entry;
    }
}
