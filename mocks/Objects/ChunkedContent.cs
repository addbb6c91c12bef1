using System.Globalization;
using System.Text;

namespace Conformance.Mocks;

/// <summary>Takes the framing off a body that an AWS SDK streams (<c>aws-chunked</c>): <c>size;chunk-signature=…</c>, bytes, …, trailers.</summary>
internal static class ChunkedContent
{
    public static bool IsChunked(MockRequest request) =>
        request.Header("X-Amz-Content-SHA256")?.StartsWith("STREAMING-", StringComparison.Ordinal) == true
        || request.Header("Content-Encoding")?.Contains("aws-chunked", StringComparison.OrdinalIgnoreCase) == true;

    /// <returns>The content; null where the framing is broken.</returns>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> framed)
    {
        using var content = new MemoryStream(framed.Length);
        var rest = framed.Span;
        while (true)
        {
            var end = rest.IndexOf("\r\n"u8);
            if (end < 0)
            {
                return null;
            }

            var head = Encoding.ASCII.GetString(rest[..end]);
            var semicolon = head.IndexOf(';', StringComparison.Ordinal);
            if (!int.TryParse(semicolon < 0 ? head : head[..semicolon], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                return null;
            }

            if (size == 0)
            {
                // Trailers follow; a checksum in them protects against a line that the loopback is not.
                return content.ToArray();
            }

            rest = rest[(end + 2)..];
            if (rest.Length < size + 2)
            {
                return null;
            }

            content.Write(rest[..size]);
            rest = rest[(size + 2)..];
        }
    }
}
