namespace Conformance.Spec.Export.Sheets;

/// <summary>A sheet to be written.</summary>
/// <param name="Name">At most 31 characters, without <c>[]:*?/\</c>.</param>
/// <param name="Widths">Width of each column in characters.</param>
/// <param name="Rows">From row 1 on; null is an empty cell.</param>
public sealed record SheetDraft(string Name, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<CellDraft?>> Rows)
{
    /// <summary>Such as <c>B2:C3</c>.</summary>
    public IReadOnlyList<string> Merges { get; init; } = [];

    /// <summary>Rows that stay in sight when scrolling.</summary>
    public int Frozen { get; init; }
}
