namespace Conformance.Steps.Running;

/// <summary>Something would have to go through a batch that nobody can start now: cause environment.</summary>
public sealed class NightBatchException(string exchange)
    : Exception($"「{exchange}」 runs at night only, so nobody can follow through it and nothing can be said about absence.");
