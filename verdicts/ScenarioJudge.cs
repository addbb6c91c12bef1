using Conformance.Spec;
using Conformance.Spec.Contracts;

namespace Conformance.Verdicts;

/// <summary>
/// Judges one scenario. Each ならば blames one unit and only that one becomes 不適合; what could not be asserted because of
/// it is 判定不能; a failing 前提 or もし never says anything about the product.
/// </summary>
/// <param name="edition">What was read through another edition of the interface rests on what the standard says of editions side by side.</param>
public sealed class ScenarioJudge(Standard standard, RoleContracts role, InterfaceEdition? edition = null)
{
    private readonly SideBySide? across = edition?.ReadThrough is null ? null : role.SideBySide;

    public ScenarioResult Judge(ScenarioRecord record)
    {
        var findings = new List<Finding>();
        CauseKind? cause = null;
        string? reason = null;
        string? rule = null;
        string? blocker = null;
        foreach (var step in record.Steps)
        {
            var unit = Resting(UnitText.Parse(step.Text));
            var (verdict, why, whose, by) = Step(step, unit, blocker);
            if (verdict is VerdictKind.Inconclusive or VerdictKind.Nonconforming or VerdictKind.NotVerified && blocker is null && (unit is not null || step.Status != "PASSED"))
            {
                (cause, reason, rule) = (whose, why, by);
                blocker = unit is not null && verdict == VerdictKind.Nonconforming ? unit.Unit : step.Text;
            }

            if (unit is not null)
            {
                // What is blocked has the cause of what blocks it.
                findings.Add(Finding(step, unit, verdict, why, record.Sources.GetValueOrDefault(unit.Unit)) with
                {
                    Cause = verdict == VerdictKind.Conforms ? null : whose ?? cause,
                    Rule = verdict == VerdictKind.Conforms ? null : by,
                });
            }
        }

        var worst = findings.Count == 0 ? VerdictKind.NotVerified : findings.Min(finding => finding.Verdict);
        if (worst == VerdictKind.Conforms && record.Steps.Any(step => step.Status != "PASSED"))
        {
            worst = VerdictKind.Inconclusive;
        }

        if (findings.Count == 0 && cause is null)
        {
            (cause, rule) = (CauseKind.Harness, DecidingRules.NothingAsserted);
        }

        if (record.Steps.Any(step => step.Trouble is { NotOffered: true }) && worst == VerdictKind.Inconclusive)
        {
            worst = VerdictKind.NotVerified;
            findings = [.. findings.Select(finding => finding.Verdict == VerdictKind.Inconclusive ? finding with { Verdict = VerdictKind.NotVerified } : finding)];
        }

        return new ScenarioResult(
            record.Id, record.Name, record.Feature, record.Line, record.Tags,
            [.. findings.Select(finding => finding.Function).Distinct()], record.Driver, worst,
            worst == VerdictKind.Conforms ? null : cause, worst == VerdictKind.Conforms ? null : reason,
            findings,
            [.. record.Steps.Select(step => new StepTrace(step.Keyword, step.Text, step.Table, step.Status, step.Message, step.Duration, step.Evidence) { Outputs = step.Outputs })],
            record.Started, record.Duration) { Rule = worst == VerdictKind.Conforms ? null : rule };
    }

    // Never more than the step itself says.
    private UnitText? Resting(UnitText? unit) => unit is { Basis: Basis.Official } && across is not null ? unit with { Basis = across.Basis } : unit;

    private (VerdictKind Verdict, string? Why, CauseKind? Cause, string? Rule) Step(StepRecord step, UnitText? unit, string? blocker)
    {
        switch (step.Status)
        {
            case "PASSED" when unit is not null && (step.Assertions.Count == 0 || HasEmptyTable(step)):
                return (VerdictKind.NotVerified, "The step asserted nothing.", CauseKind.Harness, DecidingRules.NothingAsserted);
            case "PASSED":
                return (VerdictKind.Conforms, null, null, null);
            case "SKIPPED":
                return blocker is null
                    ? (VerdictKind.Inconclusive, "The run ended before this step.", CauseKind.Environment, DecidingRules.EndedBefore)
                    : (VerdictKind.Inconclusive, $"Blocked by 「{blocker}」.", null, DecidingRules.Blocked);
            case "UNDEFINED" or "AMBIGUOUS" or "PENDING":
                return (VerdictKind.Inconclusive, $"The step is {step.Status.ToLowerInvariant()}: {step.Message}", CauseKind.Harness, DecidingRules.NoStep);
        }

        if (step.Trouble is { } trouble)
        {
            return (VerdictKind.Inconclusive, trouble.Reason, trouble.Cause, trouble.Rule ?? DecidingRules.Of(trouble.Cause));
        }

        var broken = step.Assertions.FirstOrDefault(assertion => !assertion.Held);
        if (unit is null || broken is null)
        {
            return (VerdictKind.Inconclusive, step.Message ?? "The step failed.", CauseKind.Harness, DecidingRules.FailedWithoutComparison);
        }

        // In a standard that no official text backs, everything is illustrative and counts as written.
        return unit.Basis == Basis.Official && standard.Status != StandardStatus.Illustrative ? (VerdictKind.Nonconforming, broken.Observed, CauseKind.Product, DecidingRules.OfficialDidNotHold)
            : standard.Status == StandardStatus.Illustrative ? (VerdictKind.Nonconforming, broken.Observed, CauseKind.Product, DecidingRules.IllustrativeDidNotHold)
            : (VerdictKind.Inconclusive, $"The expectation rests on no unequivocal official text ({unit.Basis.ToString().ToLowerInvariant()}). Expected: {broken.Expected} Observed: {broken.Observed}", CauseKind.Specification, unit.Basis switch
            {
                Basis.Assumed => DecidingRules.OnAssumption,
                Basis.Ambiguous => DecidingRules.OnAmbiguousText,
                _ => DecidingRules.OnIllustration,
            });
    }

    // A heading without a row below it: whatever was asked of "each of them" was asked of nobody.
    private static bool HasEmptyTable(StepRecord step) => step.Table.Count == 1;

    private Finding Finding(StepRecord step, UnitText unit, VerdictKind verdict, string? why, string? source)
    {
        var assertion = step.Assertions.FirstOrDefault(candidate => !candidate.Held) ?? (step.Assertions.Count > 0 ? step.Assertions[^1] : null);
        return new Finding(unit.Unit, step.Text, assertion?.Expected ?? unit.Expectation, assertion?.Observed ?? why ?? "", unit.Basis, across?.Source ?? source ?? role.ContractOf(unit.Unit)?.Source ?? "", verdict);
    }
}
