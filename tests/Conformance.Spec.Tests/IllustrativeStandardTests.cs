using System.Globalization;
using System.Xml.Linq;
using Conformance.Spec.Loading;

namespace Conformance.Spec.Tests;

/// <summary>The standards that no official text backs: what they hold, and that nobody can take them for official.</summary>
public sealed class IllustrativeStandardTests
{
    public static TheoryData<string> Editions => ["001-jumin-kiroku/0.1", "027-jido-teate/0.1", "900-shikyu-rei/0.1"];

    private static Standard Load(string edition) => StandardLoader.Load(Path.Combine(Some.Root, "standards", Path.Combine(edition.Split('/'))));

    [Theory]
    [MemberData(nameof(Editions))]
    public void They_say_so_and_no_ID_has_the_shape_of_an_official_one(string edition)
    {
        var standard = Load(edition);

        standard.Status.Should().Be(StandardStatus.Illustrative);
        standard.Name.Should().Contain("例示");
        standard.Functions.Should().OnlyContain(function => !function.Id.IsOfficial && function.ClassBasis == Basis.Illustrative && function.Source.Length > 0);
        standard.Forms.Select(form => form.Id).Concat(standard.Items.Select(item => item.Id)).Concat(standard.Codes.Select(code => code.Id))
            .Should().OnlyContain(id => !id.All(char.IsAsciiDigit));
        standard.Linkages.Should().NotContain(linkage => linkage.Id.Contains('o'), "an official 連携ID has an o in the middle");
        standard.Interfaces.Should().NotContain(file => file.Basis != Basis.Illustrative);
        standard.Roles.SelectMany(role => role.Contracts).Should().NotContain(contract => contract.Basis == Basis.Official);
    }

    [Theory]
    [InlineData("001-jumin-kiroku/0.1")]
    [InlineData("027-jido-teate/0.1")]
    public void All_requirement_classes_are_at_work(string edition)
    {
        var functions = Load(edition).Functions;

        functions.Should().HaveCountGreaterThanOrEqualTo(30);
        functions.Count(function => function.Classes.Values.All(value => value == RequirementClass.Forbidden)).Should().BeGreaterThanOrEqualTo(3);
        functions.Should().Contain(function => function.Classes.Values.All(value => value == RequirementClass.Optional));
        functions.Should().Contain(function => function.Classes.Count == 1 || function.Classes.Count == 2);
        functions.Should().Contain(function => function.EffectiveDate != null);
        functions.Should().ContainSingle(function => function.Transition != null).Which.Transition!.Until.Should().NotBeNull();
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_flow_is_drawn_and_every_task_has_its_step(string edition)
    {
        XNamespace di = "http://www.omg.org/spec/BPMN/20100524/DI";
        var flows = Load(edition).Flows;

        flows.Should().NotBeEmpty();
        foreach (var flow in flows)
        {
            var drawn = XDocument.Load(flow.File).Descendants().Where(element => element.Name == di + "BPMNShape" || element.Name == di + "BPMNEdge")
                .Select(element => element.Attribute("bpmnElement")!.Value).ToHashSet();
            flow.Nodes.Select(node => node.Id).Concat(flow.Edges.Select(edge => edge.Id)).Should().BeSubsetOf(drawn, flow.Id);
            flow.Nodes.Should().OnlyContain(node => node.Lane.Length > 0 && (!node.IsTask || node.Step.StartsWith(flow.Id + "-", StringComparison.Ordinal)));
            flow.Nodes.Should().NotContain(node => node.IsTask && node.Lane == "標準準拠システム" && node.Function.Length == 0);
            flow.Nodes.Should().NotContain(node => node.IsGateway && (node.Decision == null || node.Decision.Outcomes.Any(outcome => outcome.Classes.Count == 0)));
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_item_group_names_a_function_and_every_form_is_issued_by_one(string edition)
    {
        var standard = Load(edition);

        standard.Forms.Should().OnlyContain(form => form.Titles.Count > 0 && standard.Function(form.Function.Value) != null);
        standard.Scope.SelectMany(root => root.Walk()).Should().Contain(part => !part.InScope);
        standard.Findings.Select(finding => finding.Id).Should().OnlyHaveUniqueItems().And.NotBeEmpty();
    }

    /// <summary>Not put out: ファイル出力 of 001 is a call and its answer, 操作記録 of 900 what goes with every call.</summary>
    [Theory]
    [InlineData("001-jumin-kiroku/0.1", "ファイル出力")]
    [InlineData("027-jido-teate/0.1")]
    [InlineData("900-shikyu-rei/0.1", "操作記録")]
    public void Every_group_of_the_item_list_is_put_out_that_is_stored_data(string edition, params string[] passing)
    {
        var standard = Load(edition);

        standard.Roles.SelectMany(role => role.Exchanges.Values).SelectMany(exchange => exchange.PutsOut)
            .Should().OnlyHaveUniqueItems().And.BeEquivalentTo(standard.Items.Select(item => item.Group).Distinct().Except(passing));
    }

    /// <summary>Computed once more from the rules: fiscal years end on 31 March, an age is reached on the day before the birthday.</summary>
    [Fact]
    public void Every_amount_of_the_table_follows_from_the_rules()
    {
        foreach (var row in Load("027-jido-teate/0.1").Tables.Single(table => table.Id == "getsugaku").Rows)
        {
            var month = Month(row.Conditions["基準年月"]);
            var children = Enumerable.Range(1, 4).Select(n => row.Conditions[$"児童{n}_生年月日"]).Where(text => text.Length > 0)
                .Select((text, i) => (Birth: Day(text), Cared: i > 0 || row.Conditions["児童1_監護"] != "0"))
                .Where(child => child.Cared && month <= FiscalYearEnd(child.Birth, 22)).Select(child => child.Birth).Order().ToList();
            var amount = children.Select((birth, i) => month > FiscalYearEnd(birth, 18) ? 0 : i >= 2 ? 30_000 : month <= Reached(birth, 3) ? 15_000 : 10_000).Sum();

            amount.ToString(CultureInfo.InvariantCulture).Should().Be(row.Expected["手当月額"], row.Id);
        }
    }

    [Fact]
    public void Every_first_month_of_the_table_follows_from_the_rules()
    {
        foreach (var row in Load("027-jido-teate/0.1").Tables.Single(table => table.Id == "kaishizuki").Rows)
        {
            var claim = Day(row.Conditions["請求年月日"]);
            var from = row.Conditions["事由発生年月日"] is { Length: > 0 } text && claim.DayNumber - Day(text).DayNumber <= 15 ? Day(text) : claim;

            from.AddMonths(1).ToString("yyyy-MM", CultureInfo.InvariantCulture).Should().Be(row.Expected["支給開始年月"], row.Id);
        }
    }

    [Theory]
    [InlineData("027-jido-teate/0.1", 20)]
    [InlineData("900-shikyu-rei/0.1", 5)]
    public void Most_examples_stand_on_a_boundary(string edition, int atLeast) =>
        Load(edition).Tables.SelectMany(table => table.Rows).Count(row => row.Boundary.Length > 0).Should().BeGreaterThanOrEqualTo(atLeast);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Month(string text) => Day(text + "-01");

    // Born on 29 February, one is three years old after 28 February of a common year.
    private static DateOnly Reached(DateOnly birth, int age) =>
        (birth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(birth.Year + age) ? new DateOnly(birth.Year + age, 3, 1) : birth.AddYears(age)).AddDays(-1);

    private static DateOnly FiscalYearEnd(DateOnly birth, int age) =>
        Reached(birth, age) is var day && (day.Month, day.Day).CompareTo((3, 31)) <= 0 ? new DateOnly(day.Year, 3, 31) : new DateOnly(day.Year + 1, 3, 31);
}
