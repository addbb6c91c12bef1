namespace Conformance.Spec.Lint;

/// <summary>One thing that a rule found in a standard.</summary>
/// <param name="Rule">Code of the rule, such as <c>SL106</c>.</param>
/// <param name="Subject">What it is about, as a waiver names it: a function ID, flow step, item ID, 連携ID, or the ID of a node.</param>
/// <param name="File">Relative to the folder of the edition, with slashes; empty where no single file is to blame.</param>
/// <param name="Line">One-based; 0 where unknown.</param>
public sealed record LintFinding(string Rule, string Subject, string File, int Line, Wording Fact)
{
    /// <summary>How often or how much, where the rule measures; 0 where it does not.</summary>
    public int Measure { get; init; }
}
