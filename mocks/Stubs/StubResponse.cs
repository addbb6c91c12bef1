using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Conformance.Mocks;

/// <summary>What a stub answers.</summary>
internal sealed record StubResponse
{
    public int Status { get; init; } = 200;

    public string? StatusMessage { get; init; }

    public IReadOnlyList<KeyValuePair<string, StringValues>> Headers { get; init; } = [];

    /// <summary>The body as text (UTF-8); null where <see cref="Content"/> or <see cref="File"/> is the body.</summary>
    public string? Body { get; init; }

    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>bodyFileName: a file under <c>__files</c> of the folder that the mappings came from, or a template of its name.</summary>
    public string? File { get; init; }

    /// <summary>The folder that <see cref="File"/> is under; null where there is none.</summary>
    public string? Folder { get; init; }

    public StubDelay? Delay { get; init; }

    public TimeSpan FixedDelay { get; init; }

    /// <summary>chunkedDribbleDelay; 0 pieces: none.</summary>
    public (int Pieces, TimeSpan Over) Dribble { get; init; }

    public Break? Break { get; init; }

    /// <summary>True where body, headers and file name are templates.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>transformerParameters, for templates.</summary>
    public JsonObject? Parameters { get; init; }

    public StubProxy? Proxy { get; init; }
}
