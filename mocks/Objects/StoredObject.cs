namespace Conformance.Mocks;

/// <summary>An object, without its content.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Tag">The ETag, without quotes: the MD5 of the content; of a multipart upload the MD5 of the parts' MD5s, a hyphen and their number.</param>
public sealed record StoredObject(string Bucket, string Key, long Size, string Tag, string ContentType, DateTimeOffset Modified);
