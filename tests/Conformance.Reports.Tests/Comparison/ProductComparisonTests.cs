using Conformance.Reports.Comparison;
using Conformance.Reports.Tests.Samples;
using Conformance.Spec;
using Conformance.Verdicts;
using FluentAssertions;

namespace Conformance.Reports.Tests.Comparison;

public sealed class ProductComparisonTests
{
    [Fact]
    public void Units_that_differ_come_first_and_the_rest_keeps_the_order_of_the_table()
    {
        var one = Some.Run(functions: [Some.Function("A"), Some.Function("B"), Some.Function("C"), Some.Function("D")], product: "甲");
        var two = Some.Run(functions: [Some.Function("A"), Some.Function("B"), Some.Function("C", verdict: VerdictKind.Nonconforming), Some.Function("D")], product: "乙");

        var table = ProductComparison.Of([("one", [one]), ("two", [two])]).Standards.Should().ContainSingle().Subject;

        table.Rows.Select(row => row.Id).Should().Equal("C", "A", "B", "D");
        table.Rows.Where(row => row.Differs).Should().ContainSingle().Which.Cells.Select(cell => cell!.Mark).Should().Equal("◎", "—");
    }

    [Fact]
    public void Roles_and_editions_are_never_put_into_one_table()
    {
        var comparison = ProductComparison.Of([("one", [Some.Run(role: "甲の役割")]), ("two", [Some.Run(role: "乙の役割")])]);

        comparison.Standards.Should().HaveCount(2).And.OnlyContain(table => table.Products.Count == 1);
    }

    [Theory]
    [InlineData(RequirementClass.Mandatory, VerdictKind.Conforms, "◎")]
    [InlineData(RequirementClass.Forbidden, VerdictKind.Conforms, "◎")]
    [InlineData(RequirementClass.Optional, VerdictKind.Conforms, "●")]
    [InlineData(RequirementClass.Mandatory, VerdictKind.Inconclusive, "—")]
    [InlineData(RequirementClass.Optional, VerdictKind.NotApplicable, "—")]
    public void A_mark_says_that_it_was_shown_and_nothing_else(RequirementClass requirement, VerdictKind verdict, string mark) =>
        new ComparedCell(requirement, verdict, null).Mark.Should().Be(mark);

    [Fact]
    public void A_unit_that_one_result_lacks_differs()
    {
        var table = ProductComparison.Of([("one", [Some.Run(functions: [Some.Function("A"), Some.Function("B")])]), ("two", [Some.Run(functions: [Some.Function("A")])])]).Standards[0];

        table.Rows[0].Id.Should().Be("B");
        table.Rows[0].Cells[1].Should().BeNull();
    }

    [Fact]
    public void A_reason_of_ten_megabytes_is_cut_and_what_xml_forbids_is_gone()
    {
        var hostile = "\0\u202E<img onerror=1>" + new string('大', 10_000_000);
        var page = ComparisonHtml.Page(ProductComparison.Of([("a", [Some.Run(functions: [Some.Function(hostile, hostile, VerdictKind.Nonconforming, reason: hostile)])]), (hostile, [Some.Run()])]), ReportLanguage.Japanese);

        page.Should().NotContain("\0").And.NotContain("<img").And.Contain("（全10000");
        page.Length.Should().BeLessThan(100_000);
    }

    [Fact]
    public void Hostile_names_are_text_on_the_page()
    {
        var page = ComparisonHtml.Page(ProductComparison.Of([("<b>", [Some.Run(product: "<script>alert(1)</script>")]), ("two", [Some.Run()])]), ReportLanguage.Japanese);

        page.Should().Contain("&lt;script&gt;").And.NotContain("<script");
    }
}
