namespace Conformance.Spec.Lint;

/// <summary>One rule for the text of a standard.</summary>
/// <param name="Code">Stable: <c>SL</c> (standard) or <c>FL</c> (flow) and three digits.</param>
/// <param name="Title">What it looks for.</param>
/// <param name="Reason">Why that hurts whoever implements or verifies the standard.</param>
/// <param name="Remedy">What to do about a finding.</param>
/// <param name="Check">Looks at a standard; gives findings in the order of its files.</param>
public sealed record LintRule(
    string Code, LintSeverity Severity, Wording Title, Wording Reason, Wording Remedy, Func<LintSubject, IEnumerable<LintFinding>> Check)
{
    /// <summary>A standard with the flaw, as edits of a small sound one; see <see cref="LintExample"/>.</summary>
    public required LintExample Bad { get; init; }

    /// <summary>The same standard put right.</summary>
    public required LintExample Good { get; init; }

    /// <summary>A finding of this rule.</summary>
    public LintFinding Found(string subject, string file, int line, string ja, string en) => new(Code, subject, file, line, new Wording(ja, en));
}
