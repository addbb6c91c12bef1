namespace Conformance.Spec.Import;

/// <summary>One point in which an item list and an interface disagree about an item.</summary>
/// <param name="Item">データ項目ID and name in the list; the name in the interface where the list lacks it.</param>
/// <param name="InList">What the list says; empty where it lacks the item.</param>
/// <param name="InInterface">What the interface says; empty where it lacks the item.</param>
/// <param name="ListSource">Sheet and row.</param>
/// <param name="InterfaceSource">Sheet and row.</param>
public sealed record ItemDifference(
    ItemDifferenceKind Kind, string Item, string InList, string InInterface, string ListSource, string InterfaceSource)
{
    public override string ToString() => $"{Kind} {Item}: 「{InList}」 / 「{InInterface}」 ({ListSource} / {InterfaceSource})";
}

public enum ItemDifferenceKind
{
    /// <summary>The interface has no such item.</summary>
    OnlyInList,

    /// <summary>The list has no such item.</summary>
    OnlyInInterface,

    /// <summary>データ項目 and 項目名.</summary>
    Name,

    /// <summary>データ項目（ローマ字）, which is to be the field name, and パラメータ名.</summary>
    Romaji,

    Type,

    Length,

    /// <summary>データ出力条件 (output) and 必須 (input): 必須, 条件付き必須, 任意.</summary>
    Requirement,

    /// <summary>The conditions of an item that is conditional on both sides.</summary>
    Condition,
}
