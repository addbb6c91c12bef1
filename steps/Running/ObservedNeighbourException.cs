namespace Conformance.Steps.Running;

/// <summary>Something would have to be prepared at a system that is observed and not played: cause environment.</summary>
public sealed class ObservedNeighbourException(string name)
    : Exception($"「{name}」 is observed and not played: what it answers cannot be chosen, so nothing can be prepared there.");
