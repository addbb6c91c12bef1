using static Conformance.Verdicts.Tests.Some;

namespace Conformance.Verdicts.Tests;

public sealed class AttemptJudgeTests
{
    [Fact]
    public void One_attempt_stays_as_it_is()
    {
        var only = Result(VerdictKind.Conforms);
        AttemptJudge.Combine([only]).Should().BeSameAs(only);
        AttemptJudge.IsFlaky(only).Should().BeFalse();
    }

    [Fact]
    public void What_an_earlier_attempt_could_not_see_is_gone_but_the_attempt_is_kept()
    {
        var combined = AttemptJudge.Combine([Result(VerdictKind.Inconclusive, cause: CauseKind.Environment, reason: "down"), Result(VerdictKind.Conforms)]);
        combined.Verdict.Should().Be(VerdictKind.Conforms);
        combined.EarlierAttempts.Should().ContainSingle().Which.Should().Match<AttemptResult>(attempt => attempt.Verdict == VerdictKind.Inconclusive && attempt.Reason == "down");
        AttemptJudge.IsFlaky(combined).Should().BeTrue();
    }

    [Fact]
    public void What_an_earlier_attempt_saw_of_the_product_cannot_be_washed_away()
    {
        var combined = AttemptJudge.Combine([Result(VerdictKind.Nonconforming, cause: CauseKind.Product), Result(VerdictKind.Conforms)]);
        combined.Verdict.Should().Be(VerdictKind.Inconclusive);
        combined.Cause.Should().Be(CauseKind.Product);
        combined.Findings.Should().OnlyContain(finding => finding.Verdict == VerdictKind.Inconclusive);
        AttemptJudge.IsFlaky(combined).Should().BeTrue();
    }

    [Theory]
    [InlineData(VerdictKind.Nonconforming)]
    [InlineData(VerdictKind.Inconclusive)]
    public void What_fails_to_the_end_is_what_the_last_attempt_says(VerdictKind last) =>
        AttemptJudge.Combine([Result(VerdictKind.Nonconforming), Result(last)]).Verdict.Should().Be(last);
}
