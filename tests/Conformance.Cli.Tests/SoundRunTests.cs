using Conformance.Cli.Selftest;
using Conformance.Drivers;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests;

public sealed class SoundRunTests
{
    [Fact]
    public void A_run_in_which_everything_conforms_raises_no_alarm() =>
        SoundRun.Of(Run(VerdictKind.Conforms, [Unit(VerdictKind.Conforms, 1)]), Surfaces.Api).Should().Be(new SoundRun("言葉", Alarm: false));

    [Fact]
    public void Through_screens_alone_a_unit_that_no_screen_is_for_is_told_and_no_alarm()
    {
        var run = Run(VerdictKind.Inconclusive, [Unit(VerdictKind.Conforms, 1), Unit(VerdictKind.NotVerified, 0)]);

        SoundRun.Of(run, Surfaces.Ui).Should().Match<SoundRun>(sound => !sound.Alarm && sound.Told.Contains("画面のシナリオがないもの: 機能2"));
        SoundRun.Of(run, Surfaces.Api).Alarm.Should().BeTrue();
        SoundRun.Of(run, Surfaces.Both).Alarm.Should().BeTrue();
    }

    [Theory]
    [InlineData(VerdictKind.Nonconforming)]
    [InlineData(VerdictKind.Inconclusive)]
    public void A_scenario_that_does_not_conform_is_an_alarm_whatever_the_run_says(VerdictKind verdict) =>
        SoundRun.Of(Run(VerdictKind.Conforms, [Unit(VerdictKind.Conforms, 1)], verdict), Surfaces.Ui).Alarm.Should().BeTrue();

    [Fact]
    public void A_unit_that_conforms_to_nothing_for_another_reason_is_an_alarm() =>
        SoundRun.Of(Run(VerdictKind.Inconclusive, [Unit(VerdictKind.NotVerified, 0), Unit(VerdictKind.Inconclusive, 0)]), Surfaces.Ui).Alarm.Should().BeTrue();

    [Fact]
    public void A_verdict_that_nothing_explains_is_an_alarm() =>
        SoundRun.Of(Run(VerdictKind.Inconclusive, [Unit(VerdictKind.Conforms, 1)]), Surfaces.Ui).Alarm.Should().BeTrue();

    private static (VerdictKind Verdict, int Shown) Unit(VerdictKind verdict, int shown) => (verdict, shown);

    private static RunResult Run(VerdictKind verdict, IReadOnlyList<(VerdictKind Verdict, int Shown)> units, VerdictKind scenario = VerdictKind.Conforms) => new(
        new RunInfo("r", 1, "900", "例", "0.1", "illustrative", "役割", MunicipalityClass.Other, "製品", "1", ["ui"], default, default, verdict, "言葉"),
        [.. units.Select((unit, i) => new FunctionResult($"機能{i + 1}", "例", "", "", RequirementClass.Mandatory, "", "", unit.Verdict, new ScenarioCounts(unit.Shown, 0, 0, 0, 0)))],
        [], [new ScenarioResult("s", "例", "a.feature", 1, [], [], "ui", scenario, null, null, [], [], default, TimeSpan.Zero)], null!);
}
