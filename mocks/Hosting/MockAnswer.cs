namespace Conformance.Mocks;

/// <summary>An answer on its way to the target.</summary>
internal sealed record MockAnswer(int Status, string ContentType, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body for the journal where it holds a token; null: as it is.</summary>
    public string? RedactedBody { get; init; }

    /// <summary>Why the request was refused.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public IReadOnlyList<string> Remarks { get; init; } = [];

    public bool Prepared { get; init; }
}
