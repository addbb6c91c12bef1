namespace Conformance.Spec.Drafts;

/// <summary>A flow as the text tells it.</summary>
/// <param name="Number">One-based position among the flows of the document.</param>
public sealed record DraftFlow(int Number, string Name, IReadOnlyList<DraftStep> Steps)
{
    /// <summary>Business that its function IDs begin with, such as 031; empty where it names none or several.</summary>
    public string Business => Steps.Where(step => step.Function.Length == 7).Select(step => step.Function[..3]).Distinct().ToList() is [var only] ? only : "";
}
