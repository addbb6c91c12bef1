namespace Conformance.Verdicts;

/// <summary>The five values of a verdict. Worst first; <see cref="NotApplicable"/> is neutral.</summary>
public enum VerdictKind
{
    /// <summary>不適合: says something about the product.</summary>
    Nonconforming,

    /// <summary>判定不能: says nothing about the product; the harness could not see.</summary>
    Inconclusive,

    /// <summary>未検証: nothing was asserted.</summary>
    NotVerified,

    /// <summary>適合: every assertion that blames the unit held.</summary>
    Conforms,

    /// <summary>適用対象外: with a reason that the profile or the class gives.</summary>
    NotApplicable,
}
