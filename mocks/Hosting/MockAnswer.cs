using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Microsoft.Extensions.Primitives;

namespace Conformance.Mocks;

/// <summary>An answer on its way to the target.</summary>
/// <param name="Body">The body as text; of <see cref="Content"/> what the journal shows.</param>
internal sealed record MockAnswer(int Status, string ContentType, string Body)
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>Headers of more than one value, and those of a stub.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> RepeatedHeaders { get; init; } = [];

    /// <summary>The body where it is not the text of <see cref="Body"/> in UTF-8.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>Content-Length of an answer to HEAD, which has no body; null: that of the body.</summary>
    public long? Length { get; init; }

    /// <summary>Reason phrase (HTTP/1.1); null: the usual one.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>How it goes out other than at once and whole; null: at once and whole.</summary>
    public Sending? Sending { get; init; }

    /// <summary>ID of the stub that gave it; null where a neighbour did.</summary>
    public Guid? Stub { get; init; }

    /// <summary>Answered by nobody: neither a stub nor a neighbour.</summary>
    public bool Unmatched { get; init; }

    /// <summary>The body for the journal where it holds a token; null: as it is.</summary>
    public string? RedactedBody { get; init; }

    /// <summary>Why the request was refused.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public IReadOnlyList<string> Remarks { get; init; } = [];

    public bool Prepared { get; init; }

    /// <summary>An answer of bytes. The journal shows text as text, anything else by its length and hash.</summary>
    public static MockAnswer Of(int status, string contentType, ReadOnlyMemory<byte> content) =>
        new(status, contentType, Shown(content)) { Content = content };

    public static string Shown(ReadOnlyMemory<byte> content) =>
        Utf8.IsValid(content.Span) && content.Span.IndexOfAny((byte)0, (byte)0x1B) < 0
            ? Encoding.UTF8.GetString(content.Span)
            : $"[{content.Length} bytes, sha256 {Convert.ToHexStringLower(SHA256.HashData(content.Span))}]";
}
