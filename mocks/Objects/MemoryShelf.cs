namespace Conformance.Mocks;

/// <summary>Objects in memory.</summary>
internal sealed class MemoryShelf : IObjectShelf
{
    private readonly SortedDictionary<string, SortedDictionary<string, (StoredObject Object, ReadOnlyMemory<byte> Content)>> buckets = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Buckets => [.. buckets.Keys];

    public bool Has(string bucket) => buckets.ContainsKey(bucket);

    public void AddBucket(string bucket) => buckets.TryAdd(bucket, new(StringComparer.Ordinal));

    public void RemoveBucket(string bucket) => buckets.Remove(bucket);

    public StoredObject? Put(string bucket, string key, ReadOnlyMemory<byte> content, string contentType, string tag, DateTimeOffset now)
    {
        var stored = new StoredObject(bucket, key, content.Length, tag, contentType, now);
        buckets[bucket][key] = (stored, content);
        return stored;
    }

    public (StoredObject Object, ReadOnlyMemory<byte> Content)? Get(string bucket, string key) =>
        buckets[bucket].TryGetValue(key, out var found) ? found : null;

    public bool Delete(string bucket, string key) => buckets[bucket].Remove(key);

    public IReadOnlyList<StoredObject> List(string bucket, string prefix) =>
        [.. buckets[bucket].Values.Select(entry => entry.Object).Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(entry => entry.Key, Utf8Order.Instance)];
}
