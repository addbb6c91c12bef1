namespace Conformance.Spec.Import.Sheets;

/// <summary>A column of a table, which may span several columns of the sheet.</summary>
/// <param name="Label">As the kind of table writes it, or as the sheet does where the kind does not know it.</param>
/// <param name="IsKnown">Whether the kind of table has this column.</param>
public sealed record TableColumn(string Label, bool IsKnown, int First, int Last, Cell Header);
