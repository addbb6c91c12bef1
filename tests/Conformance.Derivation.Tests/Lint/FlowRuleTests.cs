using Conformance.Derivation.Lint;
using Conformance.Spec;
using Conformance.Spec.Flows;
using Conformance.Spec.Lint;

namespace Conformance.Derivation.Tests.Lint;

public sealed class FlowRuleTests
{
    public static TheoryData<string> Codes => [.. FlowRules.All.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_bad_example_of_a_rule_is_found_by_it_and_the_good_one_by_no_rule(string code)
    {
        var rule = FlowRules.All.Single(rule => rule.Code == code);

        rule.Check(Subject(rule.Bad)).Should().NotBeEmpty().And.OnlyContain(finding => finding.Rule == code && finding.Subject.Length > 0 && finding.Line > 0 && finding.Fact.Ja != finding.Fact.En);
        FlowRules.All.SelectMany(other => other.Check(Subject(rule.Good))).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_finding_about_a_flow_is_waived_like_any_other_with_its_reason(string code)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-test-");
        try
        {
            var subject = Subject(FlowRules.All.Single(rule => rule.Code == code).Bad);
            var found = subject.Standard.Flows.Count > 0 ? FlowRules.All.Single(rule => rule.Code == code).Check(subject).First() : null;
            File.WriteAllText(Path.Combine(folder.FullName, WaiverFile.Name), $"waivers: [{{rule: {code}, subject: '{found!.Subject}', reason: 検討済み}}]");

            var report = StandardLint.Check(new LintSubject(subject.Standard with { Folder = folder.FullName }), FlowRules.All);

            report.Waived.Should().NotBeEmpty().And.OnlyContain(pair => pair.Finding.Rule == code && pair.Waiver.Reason == "検討済み");
            report.Findings.Should().NotContain(finding => finding.Rule == code && finding.Subject == found.Subject);
            report.Unused.Should().BeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Codes_are_unique_and_each_rule_says_why_and_what_to_do_in_both_languages()
    {
        FlowRules.All.Select(rule => rule.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal).And.OnlyContain(code => code.StartsWith("FL"));
        FlowRules.All.SelectMany(rule => new[] { rule.Title, rule.Reason, rule.Remedy }).Should().OnlyContain(text => text.Ja.Length > 2 && text.En.Length > 2);
    }

    [Fact]
    public void The_flows_of_the_checked_in_standard_can_be_run() =>
        FlowRules.All.Where(rule => rule.Code is "FL101" or "FL106" or "FL111" or "FL112").SelectMany(rule => rule.Check(new LintSubject(Some.Checked))).Should().BeEmpty();

    [Theory]
    [InlineData("start sub end : start-sub sub-end", "")]
    [InlineData("start adhoc adhoc/a end : start-adhoc adhoc-end", "")]
    [InlineData("start a b end : start-a a-b b-end", "")]
    [InlineData("start sub sub/a end : start-sub sub-end", "FL101 FL102 FL103")]
    [InlineData("start and a b end : start-and and-a and-b a-end b-end", "")]
    [InlineData("start and a b c end : start-and and-a and-b a-c b-c c-end", "FL112")]
    [InlineData("start or a b and end : start-or or-a or-b a-and b-and and-end", "FL105")]
    public void What_is_drawn_well_is_left_alone(string flow, string codes) =>
        string.Join(' ', FlowLint.Check(Sketch.Flow(flow)).Select(flaw => flaw.Code).Distinct()).Should().Be(codes);

    private static LintSubject Subject(LintExample example)
    {
        var problems = new List<Problem>();
        var text = $"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:conf=\"urn:conformance:bpmn:1\"><process id=\"flow-900-1\">{example.Edits.Single().Text}</process></definitions>";
        return new LintSubject(Some.Standard([.. BpmnReader.Read(text, "/standards/999-rei/1.0/flows/900-1.bpmn", problems)]));
    }
}
