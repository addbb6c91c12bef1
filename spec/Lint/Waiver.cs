namespace Conformance.Spec.Lint;

/// <summary>A finding that is accepted, with the reason. It stays in the report.</summary>
/// <param name="Subject">The finding's subject; <c>*</c> for all findings of the rule.</param>
/// <param name="Line">Where it stands in <c>lint.yaml</c>.</param>
public sealed record Waiver(string Rule, string Subject, string Reason, int Line)
{
    public bool Covers(LintFinding finding) => finding.Rule == Rule && (Subject == "*" || Subject == finding.Subject);
}
