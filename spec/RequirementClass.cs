namespace Conformance.Spec;

/// <summary>実装区分: how a standard binds a function.</summary>
public enum RequirementClass
{
    /// <summary>実装必須 ◎ (共通機能: 類型1).</summary>
    Mandatory,

    /// <summary>実装不可 × (類型2).</summary>
    Forbidden,

    /// <summary>標準オプション ○ (類型3).</summary>
    Optional,
}
