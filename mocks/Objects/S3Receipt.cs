namespace Conformance.Mocks;

/// <summary>A request to the object storage.</summary>
/// <param name="Content">Without the framing of a stream; null where the framing is broken.</param>
internal sealed record S3Receipt(string Operation, string Bucket, string Key, IReadOnlyDictionary<string, string> Query, ReadOnlyMemory<byte>? Content) : Receipt(Operation);
