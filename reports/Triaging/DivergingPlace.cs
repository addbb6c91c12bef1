namespace Conformance.Reports.Triaging;

/// <summary>Where a failure first shows: the exchange or screen that went another way, or only the message where nothing was exchanged.</summary>
/// <param name="Kind"><c>exchange</c>, <c>screen</c>, <c>neighbour</c> (what the target sent to a system that the harness plays) <c>message</c>, or <c>untried</c> where the
/// scenario was not begun.</param>
/// <param name="Label">Such as <c>POST /persons/#</c> or the name of a screen; the step's sentence where nothing was exchanged.</param>
/// <param name="Outcome">HTTP status and error codes, <c>no answer</c>, or empty.</param>
/// <param name="Evidence">File in the evidence folder; null where nothing was exchanged.</param>
public sealed record DivergingPlace(string Kind, string Label, string Outcome, string? Evidence)
{
    /// <summary>The same for failures that show at the same place.</summary>
    public string Key => $"{Kind}\t{Label}\t{Outcome}";

    public override string ToString() => Outcome.Length > 0 ? $"{Label} → {Outcome}" : Label;
}
