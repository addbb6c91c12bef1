using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Conformance.Mocks;

/// <summary>ETags as S3 makes them.</summary>
internal static class ObjectTags
{
    [SuppressMessage("Security", "CA5351", Justification = "S3 defines the ETag as the MD5; it protects nothing here.")]
    public static byte[] Md5(ReadOnlySpan<byte> content) => MD5.HashData(content);

    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(Md5(content));

    public static string OfParts(IReadOnlyList<ReadOnlyMemory<byte>> parts) =>
        Of(parts.SelectMany(part => Md5(part.Span)).ToArray()) + "-" + parts.Count.ToString(CultureInfo.InvariantCulture);
}
