using System.Globalization;

namespace Conformance.Mocks;

/// <summary>GET and HEAD of an object, whole or a range.</summary>
internal static class S3Download
{
    public static MockAnswer Answer(MockRequest request, StoredObject stored, ReadOnlyMemory<byte> content)
    {
        var headers = S3Answers.Headers(stored);
        var status = 200;
        if (request.Header("Range") is { } range && request.Method == "GET")
        {
            if (Slice(range, content.Length) is not var (from, to))
            {
                return S3Answers.Error(request, 416, "InvalidRange", $"{range} is no part of {content.Length} bytes.");
            }

            headers["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{content.Length}");
            content = content[from..(to + 1)];
            status = 206;
        }

        if (request.Header("If-None-Match")?.Trim('"') == stored.Tag)
        {
            return S3Answers.Nothing(304, headers);
        }

        return request.Method == "HEAD"
            ? new MockAnswer(200, stored.ContentType, "") { Headers = headers, Length = content.Length }
            : MockAnswer.Of(status, stored.ContentType, content) with { Headers = headers };
    }

    /// <summary>First and last byte of <c>bytes=a-b</c>, <c>bytes=a-</c>, <c>bytes=-n</c>; null where that is no part of the content.</summary>
    private static (int From, int To)? Slice(string range, int length)
    {
        var ends = range.StartsWith("bytes=", StringComparison.Ordinal) ? range["bytes=".Length..].Split('-') : [];
        if (ends.Length != 2 || length == 0)
        {
            return null;
        }

        static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return (Number(ends[0]), Number(ends[1]), ends[0].Length, ends[1].Length) switch
        {
            (null, { } last and > 0, 0, _) => (Math.Max(0, length - last), length - 1),
            ({ } from, null, _, 0) when from < length => (from, length - 1),
            ({ } from, { } to, _, _) when from <= to && from < length => (from, Math.Min(to, length - 1)),
            _ => null,
        };
    }
}
