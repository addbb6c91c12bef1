namespace Conformance.Spec;

/// <summary>コード一覧: one list of permitted values.</summary>
/// <param name="Id">Three digits.</param>
/// <param name="Values">Value to meaning, in the order of the list.</param>
public sealed record CodeList(string Id, string Name, IReadOnlyDictionary<string, string> Values);
