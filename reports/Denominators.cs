using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports;

/// <summary>
/// What a verdict stands on, counted in units: function IDs, or flow steps in a role whose lane bears none.
/// <see cref="Shown"/> + <see cref="Nonconforming"/> + <see cref="Inconclusive"/> + <see cref="NotVerified"/> = <see cref="Testable"/>.
/// </summary>
/// <param name="Testable">Units to which the run applies: all but 適用対象外.</param>
/// <param name="Shown">Units found 適合.</param>
public sealed record Denominators(
    int Testable, int Shown, int Nonconforming, int Inconclusive, int NotVerified, int NotApplicable)
{
    /// <summary>All units of a run.</summary>
    public static Denominators Of(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var summary = run.Summary;
        return new Denominators(
            summary.Units - summary.NotApplicable, summary.Conforms, summary.Nonconforming, summary.Inconclusive,
            summary.NotVerified, summary.NotApplicable);
    }

    /// <summary>The 実装必須 functions of a run, and the 標準オプション ones that were declared; its steps where it has no functions.</summary>
    public static Denominators OfMandatory(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Functions.Count == 0
            ? Of([.. run.Steps.Select(step => step.Verdict)])
            : Of([.. run.Functions.Where(function => function.Class == RequirementClass.Mandatory || function.Declared)
                .Select(function => function.Verdict)]);
    }

    private static Denominators Of(IReadOnlyList<VerdictKind> verdicts)
    {
        int Count(VerdictKind kind) => verdicts.Count(verdict => verdict == kind);
        var notApplicable = Count(VerdictKind.NotApplicable);
        return new Denominators(
            verdicts.Count - notApplicable, Count(VerdictKind.Conforms), Count(VerdictKind.Nonconforming),
            Count(VerdictKind.Inconclusive), Count(VerdictKind.NotVerified), notApplicable);
    }
}
