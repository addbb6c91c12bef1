using FsCheck;
using FsCheck.Fluent;
using static Conformance.Verdicts.Tests.Some;

namespace Conformance.Verdicts.Tests;

/// <summary>適合 because nothing was looked at cannot be.</summary>
public sealed class NothingLookedAtTests
{
    private static readonly string[] Statuses = ["PASSED", "FAILED", "SKIPPED", "PENDING", "UNDEFINED", "AMBIGUOUS", "WAITING"];

    // Any steps in any order, with and without comparisons, troubles and tables.
    private static readonly Gen<StepRecord> Steps =
        from status in Gen.Elements(Statuses)
        from kind in Gen.Choose(0, 2)
        from unit in Gen.Elements(First, Second)
        from basis in Gen.Elements("公式", "推定", "曖昧", "例示")
        from compared in Gen.Choose(0, 2)
        from held in Gen.Elements(true, false)
        from troubled in Gen.Elements(true, false, false, false)
        from rows in Gen.Choose(0, 2)
        let step = kind switch { 0 => Given(status), 1 => When(status), _ => Then(status, unit, basis, assertions: [.. Enumerable.Repeat(new AssertionRecord("e", "o", held), compared)]) }
        select step with
        {
            Trouble = troubled && status == "FAILED" ? new TroubleRecord(CauseKind.Environment, "x") : null,
            Table = [.. Enumerable.Repeat<IReadOnlyList<string>>(["項目"], rows)],
        };

    private static readonly Arbitrary<List<List<StepRecord>>> Runs =
        Steps.ListOf().Select(steps => steps.ToList()).ListOf().Select(scenarios => scenarios.ToList()).ToArbitrary();

    [Fact]
    public void A_unit_that_conforms_was_compared_at_least_once_and_never_found_otherwise() => Prop.ForAll(Runs, scenarios =>
    {
        var run = Judged(scenarios);
        return run.Functions.Where(function => function.Verdict == VerdictKind.Conforms).All(function =>
        {
            var own = scenarios.SelectMany(steps => steps).Where(step => UnitText.Parse(step.Text)?.Unit == function.Id).ToList();
            return own.Exists(step => step.Status == "PASSED" && step.Assertions.Count > 0) && own.TrueForAll(step => step.Status == "PASSED" && step.Assertions.Count > 0 && step.Table.Count != 1);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_run_conforms_only_where_every_mandatory_unit_was_compared() => Prop.ForAll(Runs, scenarios =>
        Judged(scenarios) is var run && (run.Run.Verdict != VerdictKind.Conforms || run.Functions.All(function => function.Verdict == VerdictKind.Conforms))).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_inconclusive_or_nonconforming_has_a_cause_and_a_rule() => Prop.ForAll(Runs, scenarios =>
    {
        var run = Judged(scenarios);
        return run.Scenarios.Where(one => Bad(one.Verdict)).All(one => one is { Cause: not null, Rule: not null })
            && run.Scenarios.SelectMany(one => one.Findings).Where(one => Bad(one.Verdict)).All(one => one is { Cause: not null, Rule: not null })
            && run.Functions.Where(one => Bad(one.Verdict)).All(one => one is { Cause: not null, Rule: not null });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_of_nothing_but_its_heading_compares_nothing()
    {
        var result = new ScenarioJudge(Standard(), Role()).Judge(Record(When(), Then() with { Table = [["項目"]] }));

        result.Should().Match<ScenarioResult>(judged => judged.Verdict == VerdictKind.NotVerified && judged.Rule == DecidingRules.NothingAsserted);
    }

    private static bool Bad(VerdictKind verdict) => verdict is VerdictKind.Inconclusive or VerdictKind.Nonconforming;

    private static RunResult Judged(List<List<StepRecord>> scenarios)
    {
        var judge = new ScenarioJudge(Standard(), Role());
        return RunJudge.Judge(Standard(), Role(), Info(), [.. scenarios.Select((steps, i) => judge.Judge(Record([.. steps]) with { Id = $"taisho.{i}" }))], []);
    }
}
