namespace Conformance.Spec.Export.Documents;

/// <summary>A table of a document to be written.</summary>
/// <param name="Widths">Of the columns, in twentieths of a point (1/1440 inch).</param>
/// <param name="Rows">Each cell is a list of runs; LF starts a new paragraph.</param>
public sealed record TableDraft(IReadOnlyList<string> Header, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<IReadOnlyList<TextRun>>> Rows);
