using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Flows;
using FsCheck;
using FsCheck.Fluent;
using static Conformance.Verdicts.Tests.Some;

namespace Conformance.Verdicts.Tests;

public sealed class RunJudgeTests
{
    private static readonly ScenarioResult[] s_all = [Result(VerdictKind.Conforms), Result(VerdictKind.Conforms, Second)];

    [Fact]
    public void A_run_conforms_when_every_mandatory_unit_was_shown_and_says_how_many()
    {
        var run = Judge(s_all);

        run.Run.Verdict.Should().Be(VerdictKind.Conforms);
        run.Run.VerdictText.Should().Be("確認範囲で不適合なし（2/2）");
    }

    [Fact]
    public void A_unit_without_a_scenario_is_not_verified_and_never_a_pass()
    {
        var run = Judge(Result(VerdictKind.Conforms));

        Of(run, Second).Should().Match<FunctionResult>(function => function.Verdict == VerdictKind.NotVerified && function.Scenarios == new ScenarioCounts(0, 0, 0, 0, 0));
        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Run.VerdictText.Should().Be("判定不能（確認できたもの 1/2）");
    }

    [Theory]
    [InlineData("2026-04-01", false)]
    [InlineData("2026-04-02", true)]
    public void A_function_decides_from_its_date_on(string from, bool deferred)
    {
        var run = WithSecond(Function(Second) with { EffectiveDate = Day(from) });

        run.Run.Verdict.Should().Be(deferred ? VerdictKind.Conforms : VerdictKind.Nonconforming);
        Of(run, Second).Verdict.Should().Be(VerdictKind.Nonconforming, "what was seen is reported all the same");
        Of(run, Second).Deferred.Should().Be(deferred ? "適合基準日は 2026-04-02" : null);
    }

    [Theory]
    [InlineData("2026-03-31", null)]
    [InlineData("2026-04-01", "経過措置: 附則第2条（2026-04-01 まで）")]
    [InlineData(null, "経過措置: 附則第2条")]
    public void A_transition_of_an_ordinance_defers_until_its_last_day(string? until, string? deferred)
    {
        var run = WithSecond(Function(Second) with { Transition = new Transition("附則第2条", until is null ? null : Day(until)) });

        Of(run, Second).Deferred.Should().Be(deferred);
        run.Run.Verdict.Should().Be(deferred is null ? VerdictKind.Nonconforming : VerdictKind.Conforms);
    }

    [Fact]
    public void A_run_with_nothing_but_deferred_functions_has_shown_nothing()
    {
        var late = Day("2030-01-01");
        var run = RunJudge.Judge(Standard(functions: [Function(First) with { EffectiveDate = late }, Function(Second) with { EffectiveDate = late }]), Role(), Info(), s_all, []);

        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
    }

    [Fact]
    public void A_run_without_scenarios_is_inconclusive() => Judge().Run.Verdict.Should().Be(VerdictKind.Inconclusive);

    [Theory]
    [InlineData(VerdictKind.Conforms, VerdictKind.Nonconforming, VerdictKind.Nonconforming)]
    [InlineData(VerdictKind.Inconclusive, VerdictKind.Nonconforming, VerdictKind.Nonconforming)]
    [InlineData(VerdictKind.Conforms, VerdictKind.Inconclusive, VerdictKind.Inconclusive)]
    [InlineData(VerdictKind.NotVerified, VerdictKind.Inconclusive, VerdictKind.Inconclusive)]
    [InlineData(VerdictKind.Conforms, VerdictKind.NotVerified, VerdictKind.NotVerified)]
    [InlineData(VerdictKind.Conforms, VerdictKind.Conforms, VerdictKind.Conforms)]
    public void The_worst_of_a_units_scenarios_counts_in_either_order(VerdictKind one, VerdictKind other, VerdictKind worst)
    {
        Of(Judge(Result(one), Result(other)), First).Verdict.Should().Be(worst);
        Of(Judge(Result(other), Result(one)), First).Verdict.Should().Be(worst);
    }

    [Fact]
    public void Only_the_unit_that_a_finding_blames_is_touched()
    {
        var run = Judge(Result([(First, VerdictKind.Conforms), (Second, VerdictKind.Nonconforming)], CauseKind.Product, "why"));

        Of(run, First).Verdict.Should().Be(VerdictKind.Conforms);
        Of(run, Second).Should().Match<FunctionResult>(function => function.Verdict == VerdictKind.Nonconforming && function.Cause == CauseKind.Product && function.Reason == "o");
    }

    [Fact]
    public void Of_several_findings_of_one_scenario_about_a_unit_the_worst_counts() =>
        Of(Judge(Result([(First, VerdictKind.Conforms), (First, VerdictKind.Inconclusive), (First, VerdictKind.Conforms)], CauseKind.Harness)), First).Should()
            .Match<FunctionResult>(function => function.Verdict == VerdictKind.Inconclusive && function.Scenarios.Inconclusive == 1 && function.Scenarios.Conforms == 0);

    [Fact]
    public void One_nonconforming_unit_makes_the_run_nonconforming_whatever_else()
    {
        var run = Judge(Result(VerdictKind.Conforms), Result(VerdictKind.Nonconforming, Second));

        run.Run.Verdict.Should().Be(VerdictKind.Nonconforming);
        run.Run.VerdictText.Should().StartWith("不適合あり");
    }

    [Theory]
    [InlineData(VerdictKind.Inconclusive)]
    [InlineData(VerdictKind.NotVerified)]
    public void One_unit_that_could_not_be_shown_makes_the_run_inconclusive(VerdictKind verdict) =>
        Judge(Result(VerdictKind.Conforms), Result(verdict, Second)).Run.Verdict.Should().Be(VerdictKind.Inconclusive);

    [Fact]
    public void A_unit_that_the_standard_leaves_open_is_not_applicable_with_its_reason_and_does_not_bar_the_run()
    {
        var standard = Standard(functions: [Function(First), Function(Open)]);
        var role = Role(VerdictUnit.Function, Contract(First), Contract(Open, ("left-open", "任意とされている")));

        var run = RunJudge.Judge(standard, role, Info(), [Result(VerdictKind.Conforms)], []);

        Of(run, Open).Should().Match<FunctionResult>(function => function.Verdict == VerdictKind.NotApplicable && function.Reason == "任意とされている");
        run.Run.Verdict.Should().Be(VerdictKind.Conforms);
        run.Run.VerdictText.Should().Be("確認範囲で不適合なし（1/1）");
    }

    [Fact]
    public void What_was_seen_of_a_unit_that_is_left_open_still_counts()
    {
        var role = Role(VerdictUnit.Function, Contract(First), Contract(Second, ("left-open", "任意とされている")));

        Of(RunJudge.Judge(Standard(), role, Info(), [Result(VerdictKind.Conforms), Result(VerdictKind.Nonconforming, Second)], []), Second).Verdict.Should().Be(VerdictKind.Nonconforming);
    }

    [Fact]
    public void A_standard_whose_units_are_all_left_open_shows_nothing() =>
        RunJudge.Judge(Standard(functions: [Function(First)]), Role(VerdictUnit.Function, Contract(First, ("left-open", "任意"))), Info(), [], []).Run.Verdict.Should().Be(VerdictKind.Inconclusive);

    [Fact]
    public void Something_sent_that_no_scenario_explains_bars_conformity_and_is_told()
    {
        var run = RunJudge.Judge(Standard(), Role(), Info(), s_all, ["変更 #3"]);

        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Run.Unclaimed.Should().Equal("変更 #3");
    }

    [Fact]
    public void A_run_that_was_cancelled_never_conforms() =>
        RunJudge.Judge(Standard(), Role(), Info() with { Cancelled = true }, s_all, []).Run.Verdict.Should().Be(VerdictKind.Inconclusive);

    [Fact]
    public void What_was_nonconforming_before_a_run_was_cancelled_stays_so() =>
        RunJudge.Judge(Standard(), Role(), Info() with { Cancelled = true }, [Result(VerdictKind.Nonconforming)], []).Run.Verdict.Should().Be(VerdictKind.Nonconforming);

    [Fact]
    public void A_run_that_shows_no_mandatory_unit_is_inconclusive() =>
        RunJudge.Judge(Standard(functions: [Function(First, RequirementClass.Optional)]), Role(), Info(), [Result(VerdictKind.Conforms)], []).Run.Verdict.Should().Be(VerdictKind.Inconclusive);

    [Fact]
    public void An_optional_function_that_was_not_verified_does_not_bar_the_run() =>
        RunJudge.Judge(Standard(functions: [Function(First), Function(Second, RequirementClass.Optional)]), Role(), Info(), [Result(VerdictKind.Conforms)], []).Run.Verdict.Should().Be(VerdictKind.Conforms);

    [Fact]
    public void A_function_that_the_standard_does_not_have_for_this_class_of_municipality_is_no_unit_of_the_run() =>
        RunJudge.Judge(Standard(functions: [Function(First), Function(Second, requirement: null)]), Role(), Info(), [Result(VerdictKind.Conforms)], []).Functions.Select(function => function.Id).Should().Equal(First);

    [Theory]
    [InlineData(VerdictKind.Nonconforming)]
    [InlineData(VerdictKind.Inconclusive)]
    [InlineData(VerdictKind.NotVerified)]
    [InlineData(VerdictKind.Conforms)]
    public void A_finding_that_blames_a_unit_nobody_knows_bars_conformity(VerdictKind verdict) =>
        Judge([.. s_all, Result(verdict, "9999999")]).Run.Verdict.Should().Be(VerdictKind.Inconclusive);

    [Fact]
    public void In_a_role_judged_by_flow_steps_every_step_of_its_lane_is_a_unit()
    {
        FlowNode Task(string id, string lane, string step) => new(id, "task", id, lane, step, "", "", null, null, 1, 1);
        var flow = new Flow("999-1", "流れ", "f.bpmn", [Task("a", "対象", "999-1-①"), Task("b", "隣", "999-1-②"), Task("c", "対象", "999-1-③"), Task("d", "対象", "")], []);
        var run = RunJudge.Judge(Standard(flows: [flow]), Role(VerdictUnit.FlowStep, Contract("999-1-①")), Info(), [Result(VerdictKind.Conforms, "999-1-①")], []);

        run.Functions.Should().BeEmpty();
        run.Steps.Select(step => (step.Id, step.Verdict)).Should().Equal(("999-1-①", VerdictKind.Conforms), ("999-1-③", VerdictKind.NotVerified));
        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
    }

    [Fact]
    public void Causes_are_counted_by_kind() =>
        Judge(Result(VerdictKind.Inconclusive, cause: CauseKind.Environment), Result(VerdictKind.Inconclusive, cause: CauseKind.Environment), Result(VerdictKind.Nonconforming, cause: CauseKind.Product), Result(VerdictKind.Conforms))
            .Summary.Causes.Should().Equal(new Dictionary<CauseKind, int> { [CauseKind.Environment] = 2, [CauseKind.Product] = 1 });

    [Fact]
    public void An_optional_function_that_is_not_declared_is_not_applicable_and_the_profiles_reason_is_told()
    {
        var run = WithOptional(new DeclaredFunctions(new HashSet<string>(), "使う業務がない"), Result(VerdictKind.Conforms), Result(VerdictKind.Nonconforming, Second, CauseKind.Product));

        Of(run, Second).Should().BeEquivalentTo(new { Verdict = VerdictKind.NotApplicable, Declared = false });
        Of(run, Second).Reason.Should().Contain("宣言されていない").And.Contain("使う業務がない");
        run.Run.Verdict.Should().Be(VerdictKind.Conforms);
        run.Run.VerdictText.Should().Be("確認範囲で不適合なし（1/1）");
    }

    [Theory]
    [InlineData(VerdictKind.Conforms, VerdictKind.Conforms)]
    [InlineData(VerdictKind.Nonconforming, VerdictKind.Nonconforming)]
    [InlineData(VerdictKind.Inconclusive, VerdictKind.Inconclusive)]
    [InlineData(VerdictKind.NotVerified, VerdictKind.Inconclusive)]
    public void A_declared_optional_function_is_judged_like_a_mandatory_one(VerdictKind seen, VerdictKind run)
    {
        var judged = WithOptional(new DeclaredFunctions(new HashSet<string> { Second }, null), Result(VerdictKind.Conforms), Result(seen, Second, CauseKind.Product));

        Of(judged, Second).Declared.Should().BeTrue();
        judged.Run.Verdict.Should().Be(run);
        judged.Summary.MandatoryUnits.Should().Be(2);
    }

    [Fact]
    public void A_declaration_says_nothing_about_a_mandatory_function()
    {
        var run = RunJudge.Judge(Standard(), Role(), Info(), s_all, [], declared: new DeclaredFunctions(new HashSet<string> { First }, null));

        Of(run, First).Declared.Should().BeFalse();
        run.Run.Verdict.Should().Be(VerdictKind.Conforms);
    }

    [Fact]
    public void Denominators_add_up_and_no_green_hides_anything_else()
    {
        string[] ids = ["9990001", "9990002", "9990003", "9990004", "9990005"];
        var scenario = Gen.Elements(ids).SelectMany(unit => Gen.Elements(Enum.GetValues<VerdictKind>()).Select(verdict => (unit, verdict))).ListOf()
            .Select(findings => Result([.. findings], CauseKind.Harness, "r"));
        var requirement = Gen.Elements<RequirementClass?>(RequirementClass.Mandatory, RequirementClass.Optional, null);
        var world = requirement.ArrayOf(ids.Length).SelectMany(classes => scenario.ListOf().Select(scenarios => (Classes: classes, Scenarios: scenarios.ToList())));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(31, 2023), Prop.ForAll(world.ToArbitrary(), given =>
        {
            var functions = ids.Zip(given.Classes, Function).ToList();
            var run = RunJudge.Judge(Standard(functions: functions), Role(), Info(), given.Scenarios, [], declared: new DeclaredFunctions(ids.ToHashSet(), null));
            var summary = run.Summary;
            var counts = summary.ScenarioCounts;
            return summary.Units == given.Classes.Count(known => known is not null)
                && summary.MandatoryUnits == given.Classes.Count(known => known is RequirementClass.Mandatory or RequirementClass.Optional)
                && summary.Conforms + summary.Nonconforming + summary.Inconclusive + summary.NotVerified + summary.NotApplicable == summary.Units
                && summary.Scenarios == given.Scenarios.Count
                && counts.Conforms + counts.Nonconforming + counts.Inconclusive + counts.NotVerified + counts.NotApplicable == summary.Scenarios
                && run.Functions.All(function => (function.Verdict == VerdictKind.Conforms) == (function.Scenarios.Conforms > 0 && function.Scenarios is { Nonconforming: 0, Inconclusive: 0, NotVerified: 0 }))
                && (run.Run.Verdict == VerdictKind.Nonconforming) == run.Functions.Any(function => function.Verdict == VerdictKind.Nonconforming)
                && (run.Run.Verdict != VerdictKind.Conforms || run.Functions.Where(function => function.Class == RequirementClass.Mandatory || function.Declared).All(function => function.Verdict is VerdictKind.Conforms or VerdictKind.NotApplicable));
        }));
    }

    // The first function conforms, the second does not; the run began on 2026-04-01 at 09:00 in Japan.
    private static RunResult WithSecond(Function second) =>
        RunJudge.Judge(Standard(functions: [Function(First), second]), Role(), Info(), [Result(VerdictKind.Conforms), Result(VerdictKind.Nonconforming, Second, CauseKind.Product)], []);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_unit_that_lacks_scenarios_of_this_run_is_not_verified_however_well_the_others_went()
    {
        var run = RunJudge.Judge(Standard(), Role(), Info() with { LeftOut = new Dictionary<string, int> { [First] = 2 } }, s_all, []);

        Of(run, First).Verdict.Should().Be(VerdictKind.NotVerified);
        Of(run, First).Reason.Should().Be("この実行から除かれたシナリオ 2");
        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
    }

    [Fact]
    public void What_was_left_out_hides_no_nonconformity() =>
        Of(RunJudge.Judge(Standard(), Role(), Info() with { LeftOut = new Dictionary<string, int> { [First] = 2 } }, [Result(VerdictKind.Nonconforming)], []), First)
            .Verdict.Should().Be(VerdictKind.Nonconforming);

    private static RunResult Judge(params ScenarioResult[] scenarios) => RunJudge.Judge(Standard(), Role(), Info(), scenarios, []);

    private static RunResult WithOptional(DeclaredFunctions declared, params ScenarioResult[] scenarios) =>
        RunJudge.Judge(Standard(functions: [Function(First), Function(Second, RequirementClass.Optional)]), Role(), Info(), scenarios, [], declared: declared);

    private static FunctionResult Of(RunResult run, string id) => run.Functions.Single(function => function.Id == id);
}
