namespace Conformance.Derivation.Suites;

/// <summary>What a suite has to cover, and by what.</summary>
public enum Criterion
{
    /// <summary>Every node, by walks.</summary>
    Nodes,

    /// <summary>Every sequence flow, by walks.</summary>
    Edges,

    /// <summary>Every sequence flow and node, by runs: a run takes all branches of a parallel split.</summary>
    Runs,

    /// <summary>Every longest simple path and every simple cycle, by walks.</summary>
    PrimePaths,
}
