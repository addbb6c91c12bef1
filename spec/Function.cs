namespace Conformance.Spec;

/// <summary>機能: one numbered function of a standard.</summary>
/// <param name="Major">大項目.</param>
/// <param name="Middle">中項目.</param>
/// <param name="Summary">要旨, in our own wording.</param>
/// <param name="Classes">実装区分 per 団体区分; a class that the standard leaves empty (－) is absent.</param>
/// <param name="ClassBasis">What the class rests on: the annex that gives it may not be at hand.</param>
/// <param name="EffectiveDate">適合基準日; null where the standard gives none.</param>
/// <param name="Source">Document, edition, section.</param>
public sealed record Function(
    FunctionId Id, string Major, string Middle, string Name, string Summary,
    IReadOnlyDictionary<MunicipalityClass, RequirementClass> Classes, Basis ClassBasis, DateOnly? EffectiveDate, string Source)
{
    /// <summary>経過措置; null where none applies.</summary>
    public Transition? Transition { get; init; }

    /// <summary>小項目; empty where the standard has none.</summary>
    public string Minor { get; init; } = "";

    /// <summary>要件の考え方・理由, in our own wording.</summary>
    public string Reason { get; init; } = "";

    /// <summary>備考, in our own wording.</summary>
    public string Remarks { get; init; } = "";
}
