namespace Conformance.Derivation.Impact;

/// <summary>What a revision does to a scenario.</summary>
public enum ImpactKind
{
    /// <summary>The same steps show the same.</summary>
    Untouched,

    /// <summary>It does or expects something else.</summary>
    Changed,

    New,

    Gone,
}
