using Conformance.Cli.Selftest;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests;

public sealed class SpoiltRunsTests
{
    [Fact]
    public async Task A_run_with_a_fault_that_the_machine_spoilt_is_done_again_at_most_twice()
    {
        (await AttemptsAsync("J01", Spoilt, Sound)).Should().Be(2);
        (await AttemptsAsync("J01", Spoilt, Spoilt, Spoilt, Sound)).Should().Be(3);
    }

    [Fact]
    public async Task A_run_that_found_something_or_could_not_see_for_another_reason_says_what_it_says()
    {
        (await AttemptsAsync("J01", [.. Spoilt, (VerdictKind.Nonconforming, CauseKind.Product)])).Should().Be(1);
        (await AttemptsAsync("J01", [(VerdictKind.Inconclusive, CauseKind.Profile)])).Should().Be(1);
        (await AttemptsAsync("J01", Sound)).Should().Be(1);
    }

    [Fact]
    public async Task A_sound_run_is_never_done_again() => (await AttemptsAsync(null, Spoilt, Sound)).Should().Be(1);

    private static (VerdictKind Verdict, CauseKind? Cause)[] Spoilt => [(VerdictKind.Conforms, null), (VerdictKind.Inconclusive, CauseKind.Environment)];

    private static (VerdictKind Verdict, CauseKind? Cause)[] Sound => [(VerdictKind.Conforms, null)];

    private static async Task<int> AttemptsAsync(string? fault, params (VerdictKind Verdict, CauseKind? Cause)[][] runs)
    {
        var attempts = 0;
        await SpoiltRuns.AgainAsync(fault, () => Task.FromResult<IReadOnlyList<RunResult>>([Run(runs[attempts++])]));
        return attempts;
    }

    private static RunResult Run((VerdictKind Verdict, CauseKind? Cause)[] scenarios) => new(
        null!, [], [], [.. scenarios.Select((scenario, i) => new ScenarioResult($"s{i}", "例", "a.feature", 1, [], [], "api", scenario.Verdict, scenario.Cause, null, [], [], default, TimeSpan.Zero))], null!);
}
