namespace Conformance.Spec.Drafts;

/// <summary>One paragraph of a document with its tracked changes.</summary>
/// <param name="Number">One-based position in the document.</param>
/// <param name="Text">As it reads with all changes accepted.</param>
/// <param name="Before">As it read with all changes rejected.</param>
public sealed record DraftParagraph(int Number, string Text, string Before)
{
    public bool IsChanged => Text != Before;
}
