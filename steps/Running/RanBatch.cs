using Conformance.Drivers;

namespace Conformance.Steps.Running;

/// <summary>Something that the target did by itself, at its own time or when told to.</summary>
/// <param name="Answer">What it said when it was told to; null where nobody told it.</param>
public sealed record RanBatch(string Exchange, Observation? Answer);
