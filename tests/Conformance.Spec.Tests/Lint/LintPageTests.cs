using Conformance.Spec.Lint;

namespace Conformance.Spec.Tests.Lint;

public sealed class LintPageTests
{
    [Fact]
    public void The_page_of_the_rules_lists_every_rule_as_it_is_in_the_program()
    {
        var page = File.ReadAllLines(Path.Combine(Some.Root, "docs", "lint.md")).Where(line => line.StartsWith("| SL", StringComparison.Ordinal) || line.StartsWith("| FL", StringComparison.Ordinal)).ToList();

        page.Should().BeEquivalentTo(LintRules.All.Select(rule => $"| {rule.Code} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title.En} | {rule.Reason.En} | {rule.Remedy.En} |"));
    }
}
