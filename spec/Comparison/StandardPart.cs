namespace Conformance.Spec.Comparison;

/// <summary>What of a standard a difference is about.</summary>
public enum StandardPart
{
    /// <summary>機能要件.</summary>
    Function,

    /// <summary>業務フロー.</summary>
    Flow,

    /// <summary>データ要件.</summary>
    DataItem,

    /// <summary>コード.</summary>
    Code,

    /// <summary>帳票.</summary>
    Form,

    /// <summary>連携要件.</summary>
    Linkage,

    /// <summary>API仕様.</summary>
    Interface,
}
