namespace Conformance.Spec.Drafts;

/// <summary>What a document seems to say, for a person to correct.</summary>
/// <param name="Functions">機能ID to the names that the text gives it; more than one is a question.</param>
/// <param name="Questions">What a person has to decide, each with its paragraph.</param>
/// <param name="Changes">Paragraphs with tracked changes.</param>
public sealed record DraftProposal(
    IReadOnlyList<DraftFlow> Flows, IReadOnlyDictionary<string, IReadOnlyList<string>> Functions, IReadOnlyList<(int Paragraph, Wording Text)> Questions, IReadOnlyList<DraftParagraph> Changes);
