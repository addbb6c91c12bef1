namespace Conformance.Derivation.Impact;

/// <summary>What becomes of a past verdict.</summary>
public enum VerdictValidity
{
    /// <summary>有効: nothing that it rests on changed.</summary>
    Valid,

    /// <summary>要確認: the text changed and no scenario did. Somebody has to see whether the contract still says what the text says.</summary>
    Review,

    /// <summary>一部再実行: some scenarios are new or changed; the others still count.</summary>
    Partial,

    /// <summary>失効: no scenario is left as it was.</summary>
    Stale,

    /// <summary>廃止: the new edition does not check the unit.</summary>
    Gone,
}
