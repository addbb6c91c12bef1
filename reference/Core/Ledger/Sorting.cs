namespace Conformance.Reference.Core.Ledger;

/// <summary>名寄せ区分: how 名寄せ sorted a record.</summary>
internal enum Sorting
{
    /// <summary>なし.</summary>
    None,

    /// <summary>先: the principal record.</summary>
    Target,

    /// <summary>元: tied to a principal record; keeps its own number.</summary>
    Source,
}
