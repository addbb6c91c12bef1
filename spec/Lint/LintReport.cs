namespace Conformance.Spec.Lint;

/// <summary>What the rules found in one edition.</summary>
/// <param name="Key">Such as <c>031-jutogaisha-atena/2.1</c>.</param>
/// <param name="Rules">Every rule that was applied, also where it found nothing.</param>
/// <param name="Findings">Not waived.</param>
/// <param name="Waived">With the waiver that covers each.</param>
/// <param name="Unused">Waivers that cover nothing any more: remove them.</param>
public sealed record LintReport(
    string Key, string Folder, IReadOnlyList<LintRule> Rules, IReadOnlyList<LintFinding> Findings,
    IReadOnlyList<(LintFinding Finding, Waiver Waiver)> Waived, IReadOnlyList<Waiver> Unused)
{
    public LintRule Rule(LintFinding finding) => Rules.First(rule => rule.Code == finding.Rule);

    /// <summary>True where an error or a warning is left; notes only count.</summary>
    public bool HasFlaws => Findings.Any(finding => Rule(finding).Severity > LintSeverity.Note) || Unused.Count > 0;
}
