using Conformance.Verdicts;

namespace Conformance.Reports.Triaging;

/// <summary>Failures that first show at the same place in the same way: most likely one fault.</summary>
/// <param name="Number">From one: first what is new, then the largest.</param>
/// <param name="Id">Eight hexadecimal digits of place and message: the same group has the same in a later run.</param>
/// <param name="Pattern">The message without what belongs to single scenarios.</param>
/// <param name="Failures">In the order of the result; at least one.</param>
public sealed record FailureGroup(int Number, string Id, DivergingPlace Place, string Pattern, IReadOnlyList<GroupedFailure> Failures)
{
    /// <summary>New where any of them is; else flaky where any is.</summary>
    public FailureMark Mark => Failures.Any(failure => failure.Mark == FailureMark.New) ? FailureMark.New
        : Failures.Any(failure => failure.Mark == FailureMark.Flaky) ? FailureMark.Flaky : FailureMark.Known;

    public VerdictKind Verdict => Failures.Min(failure => failure.Scenario.Verdict);

    /// <summary>The first of the worst.</summary>
    public GroupedFailure Example => Failures.First(failure => failure.Scenario.Verdict == Verdict);

    public IReadOnlyList<string> Units => [.. Failures.SelectMany(failure => failure.Scenario.Findings.Where(finding => finding.Verdict == failure.Scenario.Verdict)).Select(finding => finding.Function).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<KnownFailure> Known => [.. Failures.Select(failure => failure.Known).OfType<KnownFailure>().Distinct()];

    public IReadOnlyList<KnownFailure> Expired => [.. Failures.Select(failure => failure.Expired).OfType<KnownFailure>().Distinct()];
}
