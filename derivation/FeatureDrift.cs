namespace Conformance.Derivation;

/// <summary>A feature file that is not what the standards derive.</summary>
/// <param name="Path">Relative to <c>features/</c>.</param>
public sealed record FeatureDrift(string Path, DriftKind Kind);

public enum DriftKind
{
    /// <summary>Derived, but no file is there.</summary>
    Missing,

    /// <summary>The file has other bytes.</summary>
    Different,

    /// <summary>A file is there that nothing derives.</summary>
    NotDerived,
}
