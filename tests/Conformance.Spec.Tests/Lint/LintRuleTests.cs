using Conformance.Spec.Lint;

namespace Conformance.Spec.Tests.Lint;

/// <summary>Each rule with its own examples, and what all of them have in common.</summary>
public sealed class LintRuleTests
{
    public static TheoryData<string> Codes => [.. LintRules.All.Select(rule => rule.Code)];

    [Fact]
    public void The_sound_example_has_no_finding()
    {
        using var example = new ExampleStandard();

        example.Lint().Findings.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_bad_example_of_a_rule_is_found_by_it_and_the_good_one_by_no_rule(string code)
    {
        var rule = LintRules.All.Single(rule => rule.Code == code);
        using var bad = new ExampleStandard(rule.Bad.Edits);
        using var good = new ExampleStandard(rule.Good.Edits);

        bad.Lint().Findings.Should().Contain(finding => finding.Rule == code);
        good.Lint().Findings.Where(finding => finding.Rule == code).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_finding_says_in_both_languages_where_it_is_and_what_it_is_about(string code)
    {
        var rule = LintRules.All.Single(rule => rule.Code == code);
        using var bad = new ExampleStandard(rule.Bad.Edits);

        bad.Lint(rule).Findings.Should().NotBeEmpty().And.AllSatisfy(finding =>
        {
            finding.Subject.Should().NotBeEmpty();
            finding.Fact.Ja.Should().NotBeEmpty().And.NotBe(finding.Fact.En);
            File.Exists(Path.Combine(bad.Folder, finding.File)).Should().BeTrue("{0} is a file of the standard", finding.File);
        });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_waiver_with_a_reason_takes_the_finding_out_and_keeps_it_in_sight(string code)
    {
        var rule = LintRules.All.Single(rule => rule.Code == code);
        using var bad = new ExampleStandard([.. rule.Bad.Edits, ("lint.yaml", $$"""waivers: [{rule: {{code}}, subject: '*', reason: 検討済み}]""")]);
        var report = bad.Lint(rule);

        report.Findings.Should().BeEmpty();
        report.Waived.Should().NotBeEmpty().And.OnlyContain(pair => pair.Waiver.Reason == "検討済み");
        report.HasFlaws.Should().BeFalse();
    }

    [Fact]
    public void Codes_are_unique_and_each_rule_says_why_and_what_to_do_in_both_languages()
    {
        LintRules.All.Select(rule => rule.Code).Should().OnlyHaveUniqueItems().And.OnlyContain(code => System.Text.RegularExpressions.Regex.IsMatch(code, "^(SL|FL)[0-9]{3}$"));
        LintRules.All.SelectMany(rule => new[] { rule.Title, rule.Reason, rule.Remedy }).Should().OnlyContain(wording => wording.Ja.Length > 0 && wording.En.Length > 0);
    }

    [Fact]
    public void A_waiver_that_covers_nothing_is_reported()
    {
        using var example = new ExampleStandard(("lint.yaml", "waivers: [{rule: SL103, subject: 見本-9.9, reason: 前の版で}]"));
        var report = example.Lint();

        report.Unused.Should().ContainSingle().Which.Subject.Should().Be("見本-9.9");
        report.HasFlaws.Should().BeTrue();
    }

    [Theory]
    [InlineData("waivers: [{rule: SL999, subject: x, reason: y}]", "CF1901")]
    [InlineData("waivers: [{rule: SL103, subject: x, reason: '  '}]", "CF1902")]
    [InlineData("waivers: [{rule: SL103, subject: x}]", "CF1202")]
    [InlineData("waivers: [{rule: SL103, subject: x, reason: y, until: z}]", "CF1204")]
    public void A_waiver_that_cannot_be_used_is_refused(string text, string code)
    {
        using var example = new ExampleStandard(("lint.yaml", text));

        example.Invoking(standard => standard.Lint()).Should().Throw<BadInputException>().Which.Problems.Should().Contain(problem => problem.Code == code);
    }

    [Fact]
    public void A_note_alone_is_no_flaw()
    {
        var rule = LintRules.All.Single(rule => rule.Code == "SL206");
        using var bad = new ExampleStandard(rule.Bad.Edits);

        bad.Lint(rule).Should().Match<LintReport>(report => report.Findings.Count == 1 && !report.HasFlaws);
    }

    [Theory]
    [InlineData("同等の扱いと平等な審査を、等級と等分で行う。", 0)]
    [InlineData("申込等を、適宜、可能な限り登録するなど。", 4)]
    [InlineData("公的給付支給等口座とDV等支援措置を照会する。", 0)]
    public void Vague_words_are_counted_and_words_that_merely_hold_them_are_not(string sentence, int count)
    {
        using var example = new ExampleStandard(("functions.csv", $"見本-1.1,受付,,申込受付,{sentence},◎,◎,◎,例示,,見本,,,"));

        example.Lint(LintRules.All.Single(rule => rule.Code == "SL131")).Findings.Sum(finding => finding.Measure).Should().Be(count);
    }
}
