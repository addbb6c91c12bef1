namespace Conformance.Reference.Core.Items;

internal enum ItemKind
{
    /// <summary>X: half-width characters.</summary>
    HalfWidth,

    /// <summary>X, digits only.</summary>
    Digits,

    /// <summary>Ｎ: full-width characters.</summary>
    FullWidth,

    /// <summary>DATE: YYYY-MM-DD; parts may be unknown.</summary>
    Date,
}
