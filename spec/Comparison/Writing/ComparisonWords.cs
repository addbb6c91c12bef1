using System.Globalization;

namespace Conformance.Spec.Comparison.Writing;

/// <summary>Words of a comparison for people.</summary>
public static class ComparisonWords
{
    private static readonly string[] JapaneseColumns = ["ID", "名称", "何が", "改定前", "改定後", "区分"];
    private static readonly string[] EnglishColumns = ["ID", "name", "what", "before", "after", "kind"];

    /// <summary>Columns of a table of differences.</summary>
    public static IReadOnlyList<string> Columns(bool japanese) => japanese ? JapaneseColumns : EnglishColumns;

    public static Wording Of(StandardPart part) => part switch
    {
        StandardPart.Function => new("機能要件", "Functions"),
        StandardPart.Flow => new("業務フロー", "Flows"),
        StandardPart.DataItem => new("データ要件", "Data items"),
        StandardPart.Code => new("コード", "Codes"),
        StandardPart.Form => new("帳票要件", "Forms"),
        StandardPart.Linkage => new("連携要件", "Linkages"),
        _ => new("API仕様", "Interfaces"),
    };

    public static Wording Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Added => new("新設", "added"),
        DifferenceKind.Removed => new("廃止", "removed"),
        DifferenceKind.Renumbered => new("番号の変更", "renumbered"),
        DifferenceKind.Renamed => new("名称の変更", "renamed"),
        DifferenceKind.Reworded => new("記載の変更", "reworded"),
        DifferenceKind.Reclassified => new("実装区分の変更", "reclassified"),
        DifferenceKind.Redated => new("適合基準日の変更", "redated"),
        DifferenceKind.Reordered => new("順序の変更", "reordered"),
        DifferenceKind.ConditionChanged => new("条件の変更", "condition changed"),
        _ => new("変更", "changed"),
    };

    /// <summary>What a difference of an interface breaks; empty for other parts.</summary>
    public static Wording Effect(Difference difference) => (difference.Client, difference.Provider) switch
    {
        (Compatibility.NotApplicable, _) => new("", ""),
        (Compatibility.Breaking, Compatibility.Breaking) => new("利用側・提供側とも改修が要る", "breaks clients and providers"),
        (Compatibility.Breaking, _) => new("利用側の改修が要る", "breaks clients"),
        (_, Compatibility.Breaking) => new("提供側の改修が要る", "breaks providers"),
        _ => new("互換", "compatible"),
    };

    /// <summary>Kind, confidence and effect in one line.</summary>
    public static string Remark(Difference difference, bool japanese)
    {
        var words = new List<string> { Of(difference.Kind).In(japanese) };
        if (difference.Confidence is { } confidence)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{(japanese ? "確度" : "confidence")} {confidence:0.00}"));
        }

        if (Effect(difference).In(japanese) is { Length: > 0 } effect)
        {
            words.Add(effect);
        }

        return string.Join(japanese ? "、" : ", ", words);
    }
}
