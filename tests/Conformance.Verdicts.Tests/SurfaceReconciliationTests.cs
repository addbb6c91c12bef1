using Conformance.Spec;
using static Conformance.Verdicts.Tests.Some;

namespace Conformance.Verdicts.Tests;

public sealed class SurfaceReconciliationTests
{
    [Fact]
    public void Where_only_one_surface_was_run_nothing_is_compared() =>
        SurfaceReconciliation.Differences([On("api", VerdictKind.Conforms)]).Should().BeNull();

    [Fact]
    public void Two_that_agree_do_not_differ() =>
        SurfaceReconciliation.Differences([On("api", VerdictKind.Conforms), On("ui", VerdictKind.Conforms)]).Should().BeEmpty();

    [Fact]
    public void An_expectation_that_holds_on_one_only_is_a_difference_that_bars_a_good_verdict()
    {
        var scenarios = new[] { On("api", VerdictKind.Conforms), On("ui", VerdictKind.Nonconforming) };

        SurfaceReconciliation.Differences(scenarios).Should().ContainSingle().Which.Should().Match<SurfaceDifference>(one => one.Kind == DifferenceKind.Verdict && one.Unit == First && one.Scenario == "taisho.x");
    }

    [Fact]
    public void An_expectation_that_rests_on_an_assumption_bars_a_good_verdict_too_where_it_holds_on_one_only()
    {
        var standard = Standard(functions: [Function(First)], role: Role(contracts: Contract(First)));
        var ui = On("ui", VerdictKind.Inconclusive, DecidingRules.OnAssumption);

        RunJudge.Judge(standard, standard.Roles[0], Info(), [On("api", VerdictKind.Conforms), ui], []).Run.Verdict.Should().Be(VerdictKind.Inconclusive);
    }

    [Fact]
    public void What_one_surface_could_not_see_is_no_difference() =>
        SurfaceReconciliation.Differences([On("api", VerdictKind.Conforms), On("ui", VerdictKind.Inconclusive, DecidingRules.NoAnswer), On("api", VerdictKind.Conforms) with { Id = "b" }, On("ui", VerdictKind.NotVerified) with { Id = "b" }])
            .Should().BeEmpty();

    [Fact]
    public void Both_conform_and_show_different_values_for_the_same_person_of_the_scenario()
    {
        var differences = SurfaceReconciliation.Differences([
            On("api", VerdictKind.Conforms, outputs: [new("支給額算定", "accepted", new Dictionary<string, string> { ["支給額"] = "50123", ["氏名"] = "{甲.氏名}", ["備考"] = "x" })]),
            On("ui", VerdictKind.Conforms, outputs: [new("支給額算定", "accepted", new Dictionary<string, string> { ["支給額"] = "50100", ["氏名"] = "{甲.氏名}" })])]);

        differences.Should().ContainSingle().Which.Should().Match<SurfaceDifference>(one =>
            one.Kind == DifferenceKind.Outputs && one.Api == "支給額算定: 支給額＝50123" && one.Ui == "支給額算定: 支給額＝50100");
    }

    [Fact]
    public void One_takes_what_the_other_refuses() =>
        SurfaceReconciliation.Differences([
            On("api", VerdictKind.Conforms, outputs: [new("変更", "refused", new Dictionary<string, string>())]),
            On("ui", VerdictKind.Conforms, outputs: [new("変更", "accepted", new Dictionary<string, string>())])])
            .Should().ContainSingle(one => one.Kind == DifferenceKind.Outcome);

    [Fact]
    public void Of_a_look_that_was_repeated_the_last_one_counts() =>
        SurfaceReconciliation.Differences([
            On("api", VerdictKind.Conforms, outputs: [new("照会", "refused", new Dictionary<string, string>()), new("照会", "accepted", new Dictionary<string, string>())]),
            On("ui", VerdictKind.Conforms, outputs: [new("照会", "accepted", new Dictionary<string, string>())])])
            .Should().BeEmpty();

    private static ScenarioResult On(string driver, VerdictKind verdict, string? rule = null, IReadOnlyList<SeenOutput>? outputs = null) => Result(verdict) with
    {
        Driver = driver,
        Findings = [new Finding(First, "ならば", "e", "o", Basis.Official, "例 1.1", verdict) { Rule = rule }],
        Steps = [new StepTrace("ならば", "ならば", [], "PASSED", null, TimeSpan.Zero, []) { Outputs = outputs }],
    };
}
