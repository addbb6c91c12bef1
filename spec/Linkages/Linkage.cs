namespace Conformance.Spec.Linkages;

/// <summary>連携: what one system provides to another, and when.</summary>
/// <param name="Id">連携ID; in an illustrative standard numbered by clause.</param>
/// <param name="Trigger">契機.</param>
/// <param name="ByFile">True for a file in object storage, false for REST.</param>
/// <param name="Interface">Document under <c>interfaces/</c>; empty where the linkage has none.</param>
/// <param name="Items">データ項目ID of what is carried, in the order of the layout.</param>
/// <param name="Functions">機能ID of the functions that provide or take it.</param>
public sealed record Linkage(
    string Id, string Name, string Provider, string Consumer, string Trigger, bool ByFile, string Interface,
    IReadOnlyList<string> Items, IReadOnlyList<string> Functions, string Source, int Line);
