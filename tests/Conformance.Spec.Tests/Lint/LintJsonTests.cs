using Conformance.Spec.Lint;
using Newtonsoft.Json.Linq;

namespace Conformance.Spec.Tests.Lint;

public sealed class LintJsonTests
{
    [Fact]
    public void Sarif_names_rule_file_line_and_what_is_waived()
    {
        using var example = new ExampleStandard(
            ("functions.csv", "見本-1.1,受付,,申込受付,申込等を速やかに登録する。,◎,◎,◎,例示,,見本,,,"), ("lint.yaml", "waivers: [{rule: SL132, subject: 見本-1.1, reason: 検討済み}]"));
        var run = JObject.Parse(LintJson.Sarif([example.Lint()], "1.2.3", japanese: true))["runs"]![0]!;

        var results = run["results"]!.ToDictionary(result => (string)result["ruleId"]!);
        ((string)results["SL131"]["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!).Should().Be("standards/900-mihon/2.0/functions.csv");
        ((int)results["SL131"]["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!).Should().Be(2);
        ((string)results["SL132"]["suppressions"]![0]!["justification"]!).Should().Be("検討済み");
        results["SL131"]["suppressions"].Should().BeNull();
        run["tool"]!["driver"]!["rules"]!.Select(rule => (string)rule["id"]!).Should().Equal(LintRules.All.Select(rule => rule.Code));
    }

    [Fact]
    public void Json_counts_every_rule_also_where_it_found_nothing()
    {
        using var example = new ExampleStandard();
        var counts = (JObject)JObject.Parse(LintJson.Format([example.Lint()]))["standards"]![0]!["counts"]!;

        counts.Properties().Select(property => property.Name).Should().Equal(LintRules.All.Select(rule => rule.Code));
    }
}
