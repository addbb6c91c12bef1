namespace Conformance.Reports.Workbooks;

/// <summary>One sheet of text.</summary>
/// <param name="Name">Made fit for a sheet's name where it is not: 31 characters, none of <c>[ ] : * ? / \</c>.</param>
/// <param name="Rows">As many cells as there are columns; whole numbers as <see cref="int"/>, all else as text.</param>
internal sealed record SheetContent(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows);

/// <param name="Width">In characters of the usual font; a full-width character takes two.</param>
internal sealed record SheetColumn(string Title, double Width);
