namespace Conformance.Mocks;

/// <summary>What a neighbour read out of a request, before anything takes effect.</summary>
internal record Receipt(string Operation)
{
    public IReadOnlyDictionary<string, string?> Items { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyList<RequestedCondition> Conditions { get; init; } = [];

    /// <summary>Whom or what the request is about, as the neighbour knows it; see <see cref="JournalEntry.Subject"/>.</summary>
    public IReadOnlyDictionary<string, string?> Subject { get; init; } = new Dictionary<string, string?>();

    public string? Client { get; init; }

    public bool Claimable { get; init; } = true;

    /// <summary>The body for the journal where it holds secrets; null: as it is.</summary>
    public string? RedactedBody { get; init; }
}
