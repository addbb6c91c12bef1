using Conformance.Drivers;

namespace Conformance.Steps.Running;

/// <summary>Something that the target did by itself, at its own time or when told to.</summary>
/// <param name="Answer">What it said when it was told to; null where nobody told it.</param>
public sealed record RanBatch(string Exchange, Observation? Answer)
{
    /// <summary>What lay where its files are looked for before it was started; null where nobody started it, or no place is named.</summary>
    public string? Before { get; init; }
}
