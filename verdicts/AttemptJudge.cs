namespace Conformance.Verdicts;

/// <summary>
/// Puts the attempts at one scenario together. The last one decides, except that what an earlier attempt saw of the product cannot be washed away: an
/// expectation that did not hold once and held later is 判定不能 (it is not reliably so). What an earlier attempt could not see is gone.
/// </summary>
public static class AttemptJudge
{
    /// <param name="attempts">Judged one by one, the first one first; at least one.</param>
    /// <returns>The last attempt with the earlier ones.</returns>
    public static ScenarioResult Combine(IReadOnlyList<ScenarioResult> attempts)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        ArgumentOutOfRangeException.ThrowIfZero(attempts.Count, nameof(attempts));
        var last = attempts[^1];
        if (attempts.Count == 1)
        {
            return last;
        }

        last = last with
        {
            EarlierAttempts = [.. attempts.SkipLast(1).Select((attempt, i) => new AttemptResult(
                i, attempt.Verdict, attempt.Cause, attempt.Reason, attempt.Findings, attempt.Steps, attempt.Started, attempt.Duration))],
        };
        var broken = attempts.SkipLast(1).SelectMany((attempt, i) => attempt.Findings
                .Where(finding => finding.Verdict == VerdictKind.Nonconforming).Select(finding => (Attempt: i + 1, Finding: finding)))
            .DistinctBy(one => (one.Finding.Function, one.Finding.Step))
            .ToDictionary(one => (one.Finding.Function, one.Finding.Step));
        if (last.Verdict != VerdictKind.Conforms || broken.Count == 0)
        {
            return last;
        }

        var first = broken.Values.First();
        return last with
        {
            Verdict = VerdictKind.Inconclusive,
            Cause = CauseKind.Product,
            Rule = DecidingRules.NotReliably,
            Reason = $"Attempt {first.Attempt} of {attempts.Count} did not conform, the last one did. Expected: {first.Finding.Expected} Observed then: {first.Finding.Observed}",
            Findings = [.. last.Findings.Select(finding => broken.TryGetValue((finding.Function, finding.Step), out var earlier)
                ? finding with { Verdict = VerdictKind.Inconclusive, Cause = CauseKind.Product, Rule = DecidingRules.NotReliably, Observed = $"{finding.Observed} (attempt {earlier.Attempt}: {earlier.Finding.Observed})" }
                : finding)],
        };
    }

    /// <summary>Whether it conformed, or would have but for an earlier attempt, and not at the first attempt.</summary>
    public static bool IsFlaky(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.EarlierAttempts is { Count: > 0 } && result.Steps.All(step => step.Status == "PASSED");
    }
}
