using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Conformance.Reports.Bundles;

/// <summary>
/// Checks a bundle against keys, without network: first the archive's own layout, then the signature, then every file. What is refused is named; nothing is unpacked to disk, and
/// nothing is held in memory but the manifest, and that only once its hash is the signed one.
/// </summary>
public static class BundleReader
{
    /// <param name="file">Path of the bundle.</param>
    public static async Task<BundleVerdict> VerifyAsync(string file, BundleTrust trust, CancellationToken cancellationToken)
    {
        await using var stream = Open(file);
        try
        {
            ZipLayout.Check(stream);
            stream.Position = 0;
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            var envelope = DsseEnvelope.Parse(await SmallAsync(zip, BundleFolder.Attestation, cancellationToken))
                ?? throw new BrokenBundleException(BundleFolder.Attestation, BundleFault.Incomplete, "no DSSE envelope");
            var (key, payload) = trust.Opens(envelope)
                ?? throw new BrokenBundleException(BundleFolder.Attestation, BundleFault.NotSigned, $"signed by {string.Join(", ", envelope.Signatures.Select(signature => PlainText.ForTerminal(signature.Keyid)))}");
            var stamp = zip.GetEntry(BundleFolder.Timestamp) is null ? null : (byte[]?)await SmallAsync(zip, BundleFolder.Timestamp, cancellationToken);
            var stamped = stamp is null ? (DateTimeOffset?)null : Timestamp.Check(stamp, envelope.FirstSignature(), trust.Authorities);
            var manifest = await ManifestAsync(zip, payload, cancellationToken);
            BundleTrust.RequireValid(key, stamped, manifest.Created);
            await FilesAsync(zip, manifest, cancellationToken);
            return new BundleVerdict.Intact(manifest, key.Key.Id, key.Name, stamped);
        }
        catch (BrokenBundleException broken)
        {
            return broken.Verdict;
        }
        catch (InvalidDataException broken)
        {
            return new BundleVerdict.Broken("", BundleFault.NotAnArchive, broken.Message);
        }
    }

    /// <summary>What the bundle says of itself. Nothing is checked: <see cref="VerifyAsync"/> does that.</summary>
    /// <returns>Null where it is no bundle.</returns>
    public static async Task<BundleManifest?> ReadManifestAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = Open(file);
        try
        {
            ZipLayout.Check(stream);
            stream.Position = 0;
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            return zip.GetEntry(BundleFolder.Manifest) is { Length: < BundleFolder.ManifestLimit } entry ? BundleManifest.Parse(await BytesAsync(entry, cancellationToken)) : null;
        }
        catch (Exception e) when (e is BrokenBundleException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Opens one file of a bundle that was verified; null where it has none of this path.</summary>
    public static async Task<byte[]?> ReadFileAsync(string file, string path, CancellationToken cancellationToken)
    {
        await using var stream = Open(file);
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        return zip.GetEntry(BundleFolder.Files + path) is { } entry ? await BytesAsync(entry, cancellationToken) : null;
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);

    private static async Task<BundleManifest> ManifestAsync(ZipArchive zip, byte[] payload, CancellationToken cancellationToken)
    {
        var entry = zip.GetEntry(BundleFolder.Manifest) ?? throw new BrokenBundleException(BundleFolder.Manifest, BundleFault.Incomplete, "not there");
        var signed = Statement.ManifestHash(payload) ?? throw new BrokenBundleException(BundleFolder.Attestation, BundleFault.Incomplete, "the statement is not about a manifest");
        var (hash, _) = await HashAsync(entry, BundleFolder.Manifest, BundleFolder.ManifestLimit, cancellationToken);
        if (hash != signed)
        {
            throw new BrokenBundleException(BundleFolder.Manifest, BundleFault.Differs, $"sha256 {hash}, signed {signed}");
        }

        return BundleManifest.Parse(await BytesAsync(entry, cancellationToken))
            ?? throw new BrokenBundleException(BundleFolder.Manifest, BundleFault.Incomplete, $"not version {BundleManifest.CurrentSchema} of the format");
    }

    private static async Task FilesAsync(ZipArchive zip, BundleManifest manifest, CancellationToken cancellationToken)
    {
        var listed = manifest.Files.Select(entry => BundleFolder.Files + entry.Path).Concat([BundleFolder.Manifest, BundleFolder.Attestation, BundleFolder.Timestamp]).ToHashSet(StringComparer.Ordinal);
        var present = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            present[entry.FullName] = entry;
            if (!listed.Contains(entry.FullName))
            {
                throw new BrokenBundleException(PlainText.ForTerminal(entry.FullName), BundleFault.Added, "");
            }
        }

        foreach (var expected in manifest.Files)
        {
            var name = BundleFolder.Files + expected.Path;
            if (!present.TryGetValue(name, out var entry))
            {
                throw new BrokenBundleException(name, BundleFault.Missing, "");
            }

            var (hash, size) = await HashAsync(entry, name, expected.Size, cancellationToken);
            if (hash != expected.Sha256 || size != expected.Size)
            {
                throw new BrokenBundleException(name, BundleFault.Differs, $"{size} bytes, sha256 {hash}; signed {expected.Size} bytes, sha256 {expected.Sha256}");
            }
        }
    }

    private static async Task<(string Hash, long Size)> HashAsync(ZipArchiveEntry entry, string name, long limit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        long size = 0;
        try
        {
            await using var source = await entry.OpenAsync(cancellationToken);
            for (int count; (count = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                size += count;
                if (size > limit)
                {
                    throw new BrokenBundleException(name, BundleFault.TooLarge, $"more than {limit} bytes");
                }

                hash.AppendData(buffer, 0, count);
            }
        }
        catch (InvalidDataException e)
        {
            throw new BrokenBundleException(name, BundleFault.Differs, e.Message);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private static async Task<byte[]> SmallAsync(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        var entry = zip.GetEntry(name) ?? throw new BrokenBundleException(name, BundleFault.Incomplete, "not there");
        await HashAsync(entry, name, BundleFolder.AttestationLimit, cancellationToken);
        return await BytesAsync(entry, cancellationToken);
    }

    private static async Task<byte[]> BytesAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await using var source = await entry.OpenAsync(cancellationToken);
        await source.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
