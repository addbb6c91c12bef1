using Conformance.Spec;
using static Conformance.Verdicts.Tests.Some;

namespace Conformance.Verdicts.Tests;

public sealed class ScenarioJudgeTests
{
    private static readonly TroubleRecord s_down = new(CauseKind.Environment, "connection refused");

    [Fact]
    public void An_assertion_that_held_conforms_and_says_what_it_rests_on()
    {
        var result = Judge(Given(), When(), Then());

        result.Should().Match<ScenarioResult>(judged => judged.Verdict == VerdictKind.Conforms && judged.Cause == null && judged.Reason == null);
        result.Functions.Should().Equal(First);
        result.Findings.Single().Should().Be(new Finding(First, "機能「9990001」（公式）: 受け付けられる", "受け付けられる", "accepted", Basis.Official, "例 1.1", VerdictKind.Conforms));
    }

    [Fact]
    public void A_step_that_passed_and_asserted_nothing_is_not_verified()
    {
        var result = Judge(Given(), When(), Then(assertions: []));

        result.Verdict.Should().Be(VerdictKind.NotVerified);
        result.Cause.Should().Be(CauseKind.Harness);
        result.Findings.Single().Verdict.Should().Be(VerdictKind.NotVerified);
    }

    [Fact]
    public void One_step_that_asserted_nothing_spoils_a_scenario_in_which_another_conforms() =>
        Judge(When(), Then(), Then(unit: Second, assertions: [])).Should().Match<ScenarioResult>(judged =>
            judged.Verdict == VerdictKind.NotVerified && judged.Findings[0].Verdict == VerdictKind.Conforms && judged.Findings[1].Verdict == VerdictKind.NotVerified);

    [Fact]
    public void A_scenario_without_any_assertion_step_is_not_verified() =>
        Judge(Given(), When()).Verdict.Should().Be(VerdictKind.NotVerified);

    [Fact]
    public void A_scenario_without_steps_is_not_verified() => Judge().Verdict.Should().Be(VerdictKind.NotVerified);

    [Fact]
    public void A_broken_official_assertion_is_nonconforming_by_the_product()
    {
        var result = Judge(When(), Then("FAILED"));

        result.Verdict.Should().Be(VerdictKind.Nonconforming);
        result.Cause.Should().Be(CauseKind.Product);
        result.Findings.Single().Should().Match<Finding>(finding => finding.Expected == "受け付けられる" && finding.Observed == "refused (400)" && finding.Source == "例 1.1");
    }

    [Theory]
    [InlineData("推定")]
    [InlineData("曖昧")]
    [InlineData("例示")]
    public void A_broken_assertion_on_anything_else_is_inconclusive_for_the_specification_where_the_standard_is_transcribed(string basis) =>
        Judge(When(), Then("FAILED", basis: basis)).Should().Match<ScenarioResult>(judged =>
            judged.Verdict == VerdictKind.Inconclusive && judged.Cause == CauseKind.Specification && judged.Reason!.Contains("refused (400)"));

    [Theory]
    [InlineData("公式")]
    [InlineData("推定")]
    [InlineData("曖昧")]
    [InlineData("例示")]
    public void In_an_illustrative_standard_every_broken_assertion_is_nonconforming(string basis) =>
        Judge(StandardStatus.Illustrative, When(), Then("FAILED", basis: basis)).Verdict.Should().Be(VerdictKind.Nonconforming);

    [Theory]
    [InlineData("推定")]
    [InlineData("曖昧")]
    [InlineData("例示")]
    public void A_draft_is_no_illustrative_standard(string basis) =>
        Judge(StandardStatus.Draft, When(), Then("FAILED", basis: basis)).Verdict.Should().Be(VerdictKind.Inconclusive);

    [Fact]
    public void Of_several_assertions_in_a_step_the_broken_one_is_told() =>
        Judge(When(), Then("FAILED", assertions: [new("a", "a", true), new("b", "c", false)])).Findings.Single().Should()
            .Match<Finding>(finding => finding.Verdict == VerdictKind.Nonconforming && finding.Expected == "b" && finding.Observed == "c");

    public static TheoryData<CauseKind, bool> Troubles { get; } = new(Enum.GetValues<CauseKind>().SelectMany(cause => new[] { (cause, false), (cause, true) }));

    [Theory]
    [MemberData(nameof(Troubles))]
    public void A_failing_preparation_or_stimulus_is_never_nonconforming(CauseKind cause, bool stimulus)
    {
        var trouble = new TroubleRecord(cause, "why");
        StepRecord[] steps = stimulus ? [Given(), When("FAILED", trouble), Then("SKIPPED")] : [Given("FAILED", trouble), When("SKIPPED"), Then("SKIPPED")];

        Judge(StandardStatus.Illustrative, steps).Should().Match<ScenarioResult>(judged => judged.Verdict == VerdictKind.Inconclusive && judged.Cause == cause && judged.Reason == "why");
    }

    [Fact]
    public void A_comparison_that_breaks_in_a_preparation_says_nothing_about_the_product() =>
        Judge(Given("FAILED") with { Assertions = [new("a", "b", false)] }, When("SKIPPED"), Then("SKIPPED")).Should()
            .Match<ScenarioResult>(judged => judged.Verdict == VerdictKind.Inconclusive && judged.Cause == CauseKind.Harness);

    [Fact]
    public void An_observer_that_could_not_see_is_inconclusive_even_after_a_broken_comparison() =>
        Judge(When(), Then("FAILED", trouble: s_down, assertions: [new("a", "b", false)])).Should()
            .Match<ScenarioResult>(judged => judged.Verdict == VerdictKind.Inconclusive && judged.Cause == CauseKind.Environment);

    [Fact]
    public void A_step_that_failed_without_a_broken_comparison_is_the_harnesss_fault() =>
        Judge(When(), Then("FAILED", assertions: [new("a", "a", true)], message: "boom")).Should()
            .Match<ScenarioResult>(judged => judged.Verdict == VerdictKind.Inconclusive && judged.Cause == CauseKind.Harness && judged.Reason == "boom");

    [Fact]
    public void What_is_skipped_after_a_failure_is_blocked_by_the_unit_that_failed()
    {
        var result = Judge(When(), Then("FAILED"), Then("SKIPPED", unit: Second));

        result.Verdict.Should().Be(VerdictKind.Nonconforming);
        result.Cause.Should().Be(CauseKind.Product);
        result.Findings[1].Should().Match<Finding>(finding => finding.Function == Second && finding.Verdict == VerdictKind.Inconclusive && finding.Observed.Contains($"「{First}」"));
    }

    [Fact]
    public void What_is_skipped_after_a_failed_preparation_is_blocked_by_its_text_and_keeps_its_cause()
    {
        var result = Judge(Given("FAILED", s_down), When("SKIPPED"), Then("SKIPPED"), Then("SKIPPED", unit: Second));

        result.Cause.Should().Be(CauseKind.Environment);
        result.Findings.Should().OnlyContain(finding => finding.Verdict == VerdictKind.Inconclusive && finding.Observed.Contains("住登外者「甲」がいる"));
    }

    [Fact]
    public void What_the_end_of_the_run_cut_off_is_inconclusive_with_a_cause()
    {
        var result = Judge(Given(), When("SKIPPED"), Then("SKIPPED"));

        result.Verdict.Should().Be(VerdictKind.Inconclusive);
        result.Cause.Should().NotBeNull("every 判定不能 carries a cause");
        result.Reason.Should().Contain("ended");
    }

    [Theory]
    [InlineData("UNDEFINED")]
    [InlineData("AMBIGUOUS")]
    [InlineData("PENDING")]
    [InlineData("UNKNOWN")]
    public void A_step_that_does_not_bind_is_the_harnesss_fault_and_never_skipped_over(string status)
    {
        foreach (var steps in new[] { [Given(status), When("SKIPPED"), Then("SKIPPED")], new[] { Given(), When(), Then(status) } })
        {
            Judge(StandardStatus.Illustrative, steps).Should().Match<ScenarioResult>(judged => judged.Verdict == VerdictKind.Inconclusive && judged.Cause == CauseKind.Harness);
        }
    }

    [Fact]
    public void What_the_profile_does_not_offer_is_not_verified_and_names_the_profile()
    {
        var result = Judge(Given(), When("FAILED", new TroubleRecord(CauseKind.Profile, "「付番」 is not offered", NotOffered: true)), Then("SKIPPED"));

        result.Verdict.Should().Be(VerdictKind.NotVerified);
        result.Cause.Should().Be(CauseKind.Profile);
        result.Findings.Should().OnlyContain(finding => finding.Verdict == VerdictKind.NotVerified);
    }

    [Fact]
    public void Nothing_is_offered_away_that_was_seen_to_be_wrong() =>
        Judge(When(), Then("FAILED"), Then("FAILED", unit: Second, trouble: new TroubleRecord(CauseKind.Profile, "x", NotOffered: true))).Verdict.Should().Be(VerdictKind.Nonconforming);

    [Fact]
    public void An_official_basis_counts_even_where_the_contract_is_not_known() =>
        Judge(When(), Then("FAILED", unit: "9999999")).Findings.Single().Should().Match<Finding>(finding => finding.Verdict == VerdictKind.Nonconforming && finding.Source == "");

    [Fact]
    public void The_steps_and_the_driver_are_kept_as_they_ran()
    {
        var result = Judge(Given(), When(), Then("FAILED"));

        result.Driver.Should().Be("api");
        result.Steps.Select(step => step.Status).Should().Equal("PASSED", "PASSED", "FAILED");
    }

    [Fact]
    public void No_combination_of_statuses_conforms_unless_every_assertion_step_passed_with_an_assertion_that_held()
    {
        string[] statuses = ["PASSED", "FAILED", "SKIPPED", "UNDEFINED", "AMBIGUOUS", "PENDING", "UNKNOWN"];
        foreach (var (given, first, second) in from a in statuses from b in statuses from c in statuses select (a, b, c))
        {
            foreach (var asserted in new[] { true, false })
            {
                var result = Judge(Given(given), Then(first, assertions: asserted ? null : []), Then(second, unit: Second));
                var whole = given == "PASSED" && first == "PASSED" && second == "PASSED" && asserted;
                (result.Verdict == VerdictKind.Conforms).Should().Be(whole, $"{given}, {first}, {second}, {asserted}");
                if (result.Verdict is VerdictKind.Inconclusive or VerdictKind.Nonconforming)
                {
                    result.Cause.Should().NotBeNull($"{given}, {first}, {second}, {asserted}");
                    result.Reason.Should().NotBeNullOrEmpty($"{given}, {first}, {second}, {asserted}");
                }
            }
        }
    }

    private static ScenarioResult Judge(params StepRecord[] steps) => Judge(StandardStatus.Transcribed, steps);

    private static ScenarioResult Judge(StandardStatus status, params StepRecord[] steps) => new ScenarioJudge(Standard(status), Role()).Judge(Record(steps));
}
