namespace Conformance.Spec.Lint;

/// <summary>
/// An example that can be run: edits of the small sound standard <c>900-mihon/2.0</c> that the tests hold. A CSV row replaces the
/// row with the same first cell, or is added; the text of any other file replaces the file. A path that begins with <c>../</c> belongs to another edition or
/// business, such as <c>../1.0/functions.csv</c>.
/// </summary>
/// <param name="Edits">File to text.</param>
public sealed record LintExample(params (string File, string Text)[] Edits);
