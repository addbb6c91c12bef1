namespace Conformance.Spec;

/// <summary>データ項目: one row of the 基本データリスト.</summary>
/// <param name="Id">Eight digits: business (3) and item (5).</param>
/// <param name="Romaji">Field name on interfaces.</param>
/// <param name="Group">グループ: the unit of a file.</param>
/// <param name="Type">X, Ｎ, 9, 9V, S9, BLOB, YEAR, DATE or TIME, as the standard prints it.</param>
/// <param name="Length">桁数 as printed: characters, or <c>n,m</c>; empty where there is none.</param>
/// <param name="Code">コードID, three digits; empty where the item is no code.</param>
/// <param name="OutputCondition">データ出力条件: 必須, 条件付き必須 or 任意. A rule for output, not for input.</param>
/// <param name="Condition">The condition of a 条件付き必須, normalised.</param>
public sealed record DataItem(
    string Id, string Name, string Romaji, string Group, string Type, string Length, string Code,
    string OutputCondition, string Condition, string Source)
{
    /// <summary>関連機能: IDs of the functions that keep it.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>主キー: a part of what tells one record of the group from another.</summary>
    public bool IsKey { get; init; }

    /// <summary>外部キー: the group in whose records the value has to be found; empty where there is none.</summary>
    public string RefersTo { get; init; } = "";
}
