namespace Conformance.Spec.Comparison;

/// <summary>How something changed.</summary>
public enum DifferenceKind
{
    /// <summary>新設.</summary>
    Added,

    /// <summary>廃止.</summary>
    Removed,

    /// <summary>番号の変更: the same thing under another ID.</summary>
    Renumbered,

    /// <summary>名称の変更.</summary>
    Renamed,

    /// <summary>記載の変更.</summary>
    Reworded,

    /// <summary>実装区分の変更.</summary>
    Reclassified,

    /// <summary>適合基準日の変更.</summary>
    Redated,

    /// <summary>順序の変更.</summary>
    Reordered,

    /// <summary>条件の変更: what is decided at a gateway, or on what data.</summary>
    ConditionChanged,

    /// <summary>Any other change: lane, type, length, …</summary>
    Changed,
}
