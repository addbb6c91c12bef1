namespace Conformance.Reference.Core.Items;

internal enum ItemKind
{
    /// <summary>X: half-width characters.</summary>
    HalfWidth,

    /// <summary>X, digits only.</summary>
    Digits,

    /// <summary>Ｎ: full-width characters.</summary>
    FullWidth,

    /// <summary>DATE: YYYY-MM-DD; an unknown day is allowed where 生年月日_不詳フラグ is 1.</summary>
    Date,
}
