using Conformance.Gherkin;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tests;

/// <summary>What becomes of a small flow for the player of one lane.</summary>
public sealed class FlowScenarioTests
{
    private const string Target = "対象";

    [Fact]
    public void A_run_becomes_a_scenario_with_a_もし_per_exchange_and_a_ならば_per_function_on_it()
    {
        var pickle = Derive(Some.Flow([Some.Node("a", "基幹"), Some.Node("b", Target, exchange: "照会", function: "9990001"), Some.Node("c", Target, function: "9990002")], "a-b", "b-c")).Single();

        pickle.Name.Should().StartWith("[taisho.999-1.main]");
        pickle.Steps.Select(step => (step.Kind, step.Text)).Should().Equal(
            (StepKind.Action, "「甲」の「照会」を行う"), (StepKind.Outcome, "機能「9990001」（推定）: 受け付けられる"), (StepKind.Outcome, "機能「9990002」（推定）: 「甲」が見つかる"));
    }

    [Fact]
    public void A_function_that_is_not_on_the_path_is_not_asserted() =>
        Derive(Some.Flow([Some.Node("a", "基幹"), Some.Node("b", Target, exchange: "照会", function: "9990002")], "a-b")).Single()
            .Steps.Should().NotContain(step => step.Text.Contains("9990001"));

    [Fact]
    public void Outcomes_without_classes_of_data_are_scenarios_all_the_same() =>
        Derive(Split(Some.Decision("基幹", ("g-b", "Y", ""), ("g-c", "N", "")))).Select(Id).Should().Equal("taisho.999-1.Y", "taisho.999-1.N");

    [Fact]
    public void Outcomes_that_nobody_described_are_scenarios_all_the_same() =>
        Derive(Split(null)).Select(Id).Should().Equal("taisho.999-1.g-b", "taisho.999-1.g-c");

    [Fact]
    public void Each_class_of_data_is_a_scenario_of_its_own() =>
        Derive(Split(new Decision("基幹", [new("g-b", "Y", "", [new("one", "一人"), new("two", "二人")]), new("g-c", "N", "", [new("none", "無し")])])))
            .Select(Id).Should().Equal("taisho.999-1.Y.one", "taisho.999-1.Y.two", "taisho.999-1.N.none");

    [Fact]
    public void A_class_of_data_says_where_its_runs_are_tried()
    {
        var api = new FlowContract([], null, new Dictionary<string, string>(), new Dictionary<string, FlowContract>()) { Surfaces = ["api"] };
        var classes = new Dictionary<string, FlowContract> { ["999-1"] = api with { Surfaces = [], Classes = new Dictionary<string, FlowContract> { ["two"] = api } } };

        Derive(Split(new Decision("基幹", [new("g-b", "Y", "", [new("one", "一人"), new("two", "二人")]), new("g-c", "N", "", [])])), classes)
            .Where(pickle => pickle.OwnTags.Contains("@ui")).Select(Id).Should().Equal("taisho.999-1.Y.one", "taisho.999-1.N");
    }

    [Fact]
    public void An_exchange_that_the_role_does_not_have_is_CF2030_at_its_task() =>
        FluentActions.Invoking(() => Derive(Some.Flow([Some.Node("a", "基幹"), Some.Node("b", Target, exchange: "知らない")], "a-b"))).Should().Throw<BadInputException>()
            .Which.Problems.Single().Should().Match<Problem>(problem => problem.Code == "CF2030" && problem.Line == 7 && problem.Fact.Contains("「知らない」"));

    [Fact]
    public void A_flow_that_never_enters_the_lane_derives_nothing() =>
        Derive(Some.Flow([Some.Node("a", "基幹"), Some.Node("b", "外部")], "a-b")).Should().BeEmpty();

    private static Flow Split(Decision? decision) => Some.Flow(
        [Some.Gateway("g", "基幹", decision), Some.Node("b", Target, exchange: "照会", function: "9990001"), Some.Node("c", Target, exchange: "照会", function: "9990001")], "g-b", "g-c");

    [Fact]
    public void Runs_that_the_lane_cannot_tell_apart_are_one_scenario() =>
        Derive(Some.Flow([Some.Gateway("g", "基幹"), Some.Node("a", "基幹"), Some.Node("b", "基幹"), Some.Gateway("h", "基幹"), Some.Node("c", Target, exchange: "照会", function: "9990001")], "g-a", "g-b", "a-h", "b-h", "h-c"))
            .Should().ContainSingle();

    [Fact]
    public void What_no_run_covers_stands_with_its_reason_at_the_head_of_the_feature() =>
        Files(Some.Flow([Some.Node("a", "基幹"), Some.Node("b", Target, exchange: "照会", function: "9990001"), Some.Node("x"), Some.Node("y")], "a-b", "x-y", "y-x")).Single().Text
            .Should().Contain("どの実行でも通れない: x-y（どの開始からも到達しない）");

    private static List<Pickle> Derive(Flow flow, IReadOnlyDictionary<string, FlowContract>? flows = null) =>
        [.. FeatureReader.ReadAll(Files(flow, flows).Select(file => new FeatureSource(file.Path, file.Text))).Documents.SelectMany(document => document.Pickles)];

    private static IReadOnlyList<Writing.FeatureFile> Files(Flow flow, IReadOnlyDictionary<string, FlowContract>? flows = null)
    {
        var exchange = new ExchangeContract("照会", null, Basis.Illustrative, "", "", "", "", "system", new Dictionary<string, string>(), "「甲」の「照会」を行う",
            new Dictionary<string, string> { ["9990001"] = "受け付けられる", ["9990002"] = "「甲」が見つかる" });
        var role = new RoleContracts(Target, "taisho", VerdictUnit.Function, "人", "基幹", new Dictionary<string, ExchangeContract> { ["照会"] = exchange }, flows ?? new Dictionary<string, FlowContract>(), [], []);
        return FeatureDerivation.Derive(Some.Standard(flow) with { Roles = [role] });
    }

    private static string Id(Pickle pickle) => pickle.Name[1..pickle.Name.IndexOf(']', StringComparison.Ordinal)];
}
