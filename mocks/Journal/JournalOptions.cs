namespace Conformance.Mocks;

/// <summary>Bounds of a <see cref="Journal"/>.</summary>
public sealed record JournalOptions
{
    /// <summary>Entries held in memory.</summary>
    public int Capacity { get; init; } = 100_000;

    /// <summary>Characters held in memory over all entries (two bytes each); at least one entry is held whatever its size.</summary>
    public long CharacterCapacity { get; init; } = 128L * 1024 * 1024;

    /// <summary>Folder that the oldest entries are written to (NDJSON, one entry a line) when memory is full; created when needed. Null: they are
    /// dropped and counted.</summary>
    public string? SpillFolder { get; init; }
}
