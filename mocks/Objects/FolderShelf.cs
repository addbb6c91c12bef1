namespace Conformance.Mocks;

/// <summary>Objects as files: <c>root/bucket/key</c>. Whoever puts a file there by hand has put an object.</summary>
internal sealed class FolderShelf(string root) : IObjectShelf
{
    private readonly string root = Directory.CreateDirectory(root).FullName;

    /// <summary>Content types are no property of files; those given are kept while the host runs.</summary>
    private readonly Dictionary<string, (string Type, string Tag)> described = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Buckets => [.. Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public bool Has(string bucket) => FileFor(bucket, "") is { } path && Directory.Exists(path);

    public void AddBucket(string bucket) => Directory.CreateDirectory(FileFor(bucket, "") ?? throw new IOException($"'{bucket}' is no folder name."));

    public void RemoveBucket(string bucket) => Directory.Delete(FileFor(bucket, "")!, recursive: true);

    public StoredObject? Put(string bucket, string key, ReadOnlyMemory<byte> content, string contentType, string tag, DateTimeOffset now)
    {
        if (FileFor(bucket, key) is not { } path || key.EndsWith('/'))
        {
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // A reader of the folder never sees half a file.
        var half = path + ".part";
        File.WriteAllBytes(half, content.Span);
        File.Move(half, path, overwrite: true);
        described[path] = (contentType, tag);
        return Describe(bucket, path);
    }

    public (StoredObject Object, ReadOnlyMemory<byte> Content)? Get(string bucket, string key) =>
        FileFor(bucket, key) is { } path && File.Exists(path) ? (Describe(bucket, path), File.ReadAllBytes(path)) : null;

    public bool Delete(string bucket, string key)
    {
        if (FileFor(bucket, key) is not { } path || !File.Exists(path))
        {
            return false;
        }

        File.Delete(path);
        described.Remove(path);
        return true;
    }

    public IReadOnlyList<StoredObject> List(string bucket, string prefix) =>
        [.. Directory.EnumerateFiles(FileFor(bucket, "")!, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".part", StringComparison.Ordinal))
            .Select(path => (Path: path, Key: KeyOf(bucket, path)))
            .Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(file => file.Key, Utf8Order.Instance)
            .Select(file => Describe(bucket, file.Path))];

    /// <returns>Null where the key would lead out of the folder or is no file name.</returns>
    private string? FileFor(string bucket, string key)
    {
        var segments = (key.Length == 0 ? bucket : $"{bucket}/{key}").Split('/');
        return segments.Any(segment => segment is "" or "." or ".." || segment.Contains('\\', StringComparison.Ordinal) || segment.Contains('\0', StringComparison.Ordinal)
            || segment.Contains(':', StringComparison.Ordinal))
            ? null
            : Path.Combine([root, .. segments]);
    }

    private string KeyOf(string bucket, string path) => Path.GetRelativePath(Path.Combine(root, bucket), path).Replace(Path.DirectorySeparatorChar, '/');

    private StoredObject Describe(string bucket, string path)
    {
        var file = new FileInfo(path);
        var (type, tag) = described.TryGetValue(path, out var known)
            ? known
            : ("application/octet-stream", Convert.ToHexStringLower(ObjectTags.Md5(File.ReadAllBytes(path))));
        return new StoredObject(bucket, KeyOf(bucket, path), file.Length, tag, type, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
    }
}
