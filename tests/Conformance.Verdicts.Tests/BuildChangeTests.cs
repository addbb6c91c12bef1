namespace Conformance.Verdicts.Tests;

public sealed class BuildChangeTests
{
    [Theory]
    [InlineData("7", "8", VerdictKind.Conforms, "7 → 8")]
    [InlineData("7", "8", VerdictKind.Nonconforming, "7 → 8")]
    [InlineData("7", "", VerdictKind.Conforms, "7 → 読み取れない")]
    public void A_build_that_changed_under_the_run_bars_every_verdict(string start, string end, VerdictKind seen, string told)
    {
        var run = Judge(start, end, seen);
        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Run.VerdictText.Should().StartWith("判定不能").And.Contain(told);
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("7", null)]
    [InlineData(null, null)]
    public void A_build_that_stayed_or_that_nobody_asked_about_bars_nothing(string? start, string? end) => Judge(start, end, VerdictKind.Conforms).Run.Verdict.Should().Be(VerdictKind.Conforms);

    private static RunResult Judge(string? start, string? end, VerdictKind seen) => RunJudge.Judge(
        Some.Standard(functions: [Some.Function(Some.First)]), Some.Role(), Some.Info() with { Build = start, BuildAtEnd = end }, [Some.Result(seen)], []);
}
