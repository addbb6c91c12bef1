using Conformance.Spec;
using Conformance.Spec.Contracts;
using static Conformance.Verdicts.Tests.Some;

namespace Conformance.Verdicts.Tests;

public sealed class InterfaceEditionTests
{
    private static readonly InterfaceEdition Across = new("1.0", ["2.0"]) { ReadThrough = "2.0" };

    [Theory]
    [InlineData("2026-09-30", false)]
    [InlineData("2026-10-01", true)]
    [InlineData("2027-03-31", true)]
    [InlineData("2027-04-01", false)]
    public void An_edition_has_to_be_up_from_the_first_to_the_last_day_of_its_period(string day, bool applies) =>
        new InterfaceEdition("1.0", ["2.0"]) { From = new DateOnly(2026, 10, 1), Until = new DateOnly(2027, 3, 31) }.Applies(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(applies);

    [Fact]
    public void The_edition_that_stays_always_has_to_be_up() => new InterfaceEdition("2.0", ["1.0"]).Applies(DateOnly.MaxValue).Should().BeTrue();

    [Fact]
    public void What_was_written_through_one_and_read_through_another_has_a_key_of_its_own()
    {
        Across.Key.Should().Be("1.0+2.0").And.NotBe((Across with { Name = "2.0", ReadThrough = "1.0" }).Key);
        Across.Title.Ja.Should().Contain("1.0").And.Contain("2.0");
    }

    [Theory]
    [InlineData(Basis.Official, VerdictKind.Nonconforming)]
    [InlineData(Basis.Assumed, VerdictKind.Inconclusive)]
    public void What_is_read_across_rests_on_what_the_standard_says_of_editions_side_by_side(Basis basis, VerdictKind verdict)
    {
        var role = Role() with { SideBySide = new SideBySide(basis, "例 2.2.6", [First], ["照会"]) };
        var record = Record(When(), Then("FAILED", basis: "公式"));

        var finding = new ScenarioJudge(Standard(), role, Across).Judge(record).Findings.Should().ContainSingle().Subject;

        finding.Verdict.Should().Be(verdict);
        finding.Source.Should().Be("例 2.2.6");
        new ScenarioJudge(Standard(), role).Judge(record).Findings[0].Verdict.Should().Be(VerdictKind.Nonconforming, "of one edition alone the step's own basis counts");
    }

    [Fact]
    public void An_edition_that_was_not_up_beside_the_other_cannot_be_said_to_conform_and_what_was_seen_of_it_stands()
    {
        IReadOnlyList<Bilingual> missing = [new("1.0 が使えない", "1.0 was not up")];
        var conforming = RunJudge.Judge(Standard(), Role(), Info(), [Result(VerdictKind.Conforms), Result(VerdictKind.Conforms, Second)], []);
        var broken = RunJudge.Judge(Standard(), Role(), Info(), [Result(VerdictKind.Nonconforming)], []);

        RunJudge.Apart(conforming, missing).Run.Should().Match<RunInfo>(run => run.Verdict == VerdictKind.Inconclusive && run.VerdictText.Contains("並行稼働していない") && run.NotBeside!.Count == 1);
        RunJudge.Apart(broken, missing).Run.Verdict.Should().Be(VerdictKind.Nonconforming);
        RunJudge.Apart(conforming, []).Should().BeSameAs(conforming);
    }
}
