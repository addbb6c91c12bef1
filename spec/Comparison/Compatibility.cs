namespace Conformance.Spec.Comparison;

/// <summary>Whether what was built for the old edition still works with what is built for the new one.</summary>
public enum Compatibility
{
    /// <summary>The difference is not about an interface.</summary>
    NotApplicable,

    Compatible,

    Breaking,
}
