namespace Conformance.Spec.Forms;

/// <summary>One printed item.</summary>
/// <param name="Label">印字名.</param>
/// <param name="Item">データ項目ID; empty for what is no data item.</param>
/// <param name="Required">False where it is printed under the condition <paramref name="When"/> only.</param>
/// <param name="Format">和暦, 西暦, 金額, そのまま or 郵便番号.</param>
public sealed record FormItem(string Label, string Item, bool Required, string Format, string When)
{
    /// <summary>One-based line of the file; 0 where it was not read from one.</summary>
    public int Line { get; init; }
}
