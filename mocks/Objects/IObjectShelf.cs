namespace Conformance.Mocks;

/// <summary>Where objects are kept: memory or a folder. Callers hold a lock.</summary>
internal interface IObjectShelf
{
    IReadOnlyList<string> Buckets { get; }

    bool Has(string bucket);

    void AddBucket(string bucket);

    void RemoveBucket(string bucket);

    /// <returns>Null where the key cannot be kept here.</returns>
    StoredObject? Put(string bucket, string key, ReadOnlyMemory<byte> content, string contentType, string tag, DateTimeOffset now);

    (StoredObject Object, ReadOnlyMemory<byte> Content)? Get(string bucket, string key);

    bool Delete(string bucket, string key);

    /// <summary>In the order of the keys' UTF-8 bytes, as S3 has it.</summary>
    IReadOnlyList<StoredObject> List(string bucket, string prefix);
}
