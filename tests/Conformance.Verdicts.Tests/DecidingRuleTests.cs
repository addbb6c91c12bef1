using System.Text.RegularExpressions;
using static Conformance.Verdicts.Tests.Some;

namespace Conformance.Verdicts.Tests;

public sealed class DecidingRuleTests
{
    [Fact]
    public void Every_rule_has_an_id_of_its_own_in_the_hundred_of_its_cause_and_a_sentence_in_both_languages()
    {
        DecidingRules.All.Select(rule => rule.Id).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal).And.OnlyContain(id => Regex.IsMatch(id, "^VR[0-9]{3}$"));
        DecidingRules.All.Should().OnlyContain(rule => rule.Ja.EndsWith('。') && rule.En.EndsWith('.'));
        foreach (var group in DecidingRules.All.Where(rule => rule.Cause is not null).GroupBy(rule => rule.Id[2]))
        {
            group.Select(rule => rule.Cause).Distinct().Should().ContainSingle($"VR{group.Key}00 is one cause");
        }
    }

    [Fact]
    public void Each_cause_has_a_rule() =>
        Enum.GetValues<CauseKind>().Should().OnlyContain(cause => DecidingRules.All.Any(rule => rule.Cause == cause));

    [Fact]
    public void The_page_about_verdicts_lists_every_rule_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "verdicts.md"));

        Regex.Matches(page, @"^\| (VR[0-9]{3}) \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Should().Equal(DecidingRules.All.Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("公式", "VR701")]
    [InlineData("推定", "VR601")]
    [InlineData("曖昧", "VR602")]
    [InlineData("例示", "VR603")]
    public void A_broken_expectation_is_decided_by_what_it_rests_on(string basis, string rule)
    {
        var result = new ScenarioJudge(Standard(), Role()).Judge(Record(When(), Then("FAILED", basis: basis)));

        result.Rule.Should().Be(rule);
        result.Findings.Single().Rule.Should().Be(rule);
        result.Findings.Single().Cause.Should().Be(result.Cause);
    }

    [Fact]
    public void What_an_earlier_step_blocks_has_the_cause_of_that_step_and_the_rule_that_it_was_blocked()
    {
        var result = new ScenarioJudge(Standard(), Role()).Judge(Record(
            When("FAILED", trouble: new TroubleRecord(CauseKind.Environment, "late") { Rule = DecidingRules.TooLate }), Then("SKIPPED")));

        result.Should().Match<ScenarioResult>(judged => judged.Cause == CauseKind.Environment && judged.Rule == DecidingRules.TooLate);
        result.Findings.Single().Should().Match<Finding>(finding => finding.Cause == CauseKind.Environment && finding.Rule == DecidingRules.Blocked);
    }

    [Fact]
    public void A_trouble_of_a_record_that_knew_no_rules_is_told_by_its_cause() =>
        Enum.GetValues<CauseKind>().Should().OnlyContain(cause =>
            DecidingRules.Find(new ScenarioJudge(Standard(), Role()).Judge(Record(When("FAILED", trouble: new TroubleRecord(cause, "x")), Then("SKIPPED"))).Rule)!.Cause == cause);

    [Fact]
    public void The_summary_counts_each_rule_by_units_and_by_scenarios()
    {
        var judge = new ScenarioJudge(Standard(), Role());
        var run = RunJudge.Judge(Standard(), Role(), Info(), [judge.Judge(Record(When(), Then("FAILED"))), judge.Judge(Record(When("FAILED", trouble: new TroubleRecord(CauseKind.Mock, "gone") { Rule = DecidingRules.MockBroken }), Then("SKIPPED", unit: Second)))], []);

        run.Summary.Rules!.Select(rule => (rule.Id, rule.Units, rule.Scenarios)).Should().Equal((DecidingRules.MockBroken, 1, 1), (DecidingRules.OfficialDidNotHold, 1, 1));
        run.Functions.Single(function => function.Id == Second).Should().Match<FunctionResult>(function => function.Cause == CauseKind.Mock && function.Rule == DecidingRules.MockBroken, "it is not enough to know that something came before");
    }

    [Fact]
    public void A_unit_that_a_finding_about_another_one_kept_from_being_seen_is_blocked_and_not_found_wrong()
    {
        var run = RunJudge.Judge(Standard(), Role(), Info(), [new ScenarioJudge(Standard(), Role()).Judge(Record(When(), Then("FAILED"), Then("SKIPPED", unit: Second)))], []);

        run.Functions.Single(function => function.Id == Second).Should().Match<FunctionResult>(function => function.Verdict == VerdictKind.Inconclusive && function.Rule == DecidingRules.Blocked && function.Cause == CauseKind.Product);
    }

    [Fact]
    public void A_unit_that_nobody_looked_at_says_so() =>
        RunJudge.Judge(Standard(), Role(), Info(), [], []).Functions.Should().OnlyContain(function => function.Verdict == VerdictKind.NotVerified && function.Rule == DecidingRules.NobodyLooked);

    [Theory]
    [InlineData(Conformance.Spec.RequirementClass.Forbidden, true)]
    [InlineData(Conformance.Spec.RequirementClass.Mandatory, false)]
    public void An_undeclared_operation_that_was_executed_makes_a_forbidden_function_nonconforming_and_no_other(Conformance.Spec.RequirementClass required, bool nonconforming)
    {
        var standard = Standard(functions: [Function(First, required), Function(Second)]);
        var review = new SurfaceReview([], [new SurfaceFinding(SurfaceFindingKind.ForbiddenAnswers, "api", "POST /x", First, "実行したところ、応じた（200）")], []);

        var run = RunJudge.Judge(standard, Role(), Info(), [Result(VerdictKind.Conforms), Result(VerdictKind.Conforms, Second)], [], surfaces: review);

        run.Functions[0].Should().Match<FunctionResult>(function => (function.Verdict == VerdictKind.Nonconforming) == nonconforming && (function.Rule == DecidingRules.ForbiddenAnswers) == nonconforming);
        run.Surfaces.Should().Be(review);
    }

    [Theory]
    [InlineData(SurfaceFindingKind.Undeclared)]
    [InlineData(SurfaceFindingKind.PresentUndeclared)]
    [InlineData(SurfaceFindingKind.DeclaredAbsent)]
    [InlineData(SurfaceFindingKind.Undescribed)]
    public void What_is_for_a_reviewer_changes_no_verdict(SurfaceFindingKind kind) =>
        RunJudge.Judge(Standard(), Role(), Info(), [Result(VerdictKind.Conforms), Result(VerdictKind.Conforms, Second)], [], surfaces: new SurfaceReview([], [new SurfaceFinding(kind, "api", "POST /x", First, "")], []))
            .Run.Verdict.Should().Be(VerdictKind.Conforms);
}
