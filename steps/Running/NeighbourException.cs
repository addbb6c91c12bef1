namespace Conformance.Steps.Running;

/// <summary>A system that the harness plays is missing or did not do its part: cause mock.</summary>
public sealed class NeighbourException(string message) : Exception(message);
