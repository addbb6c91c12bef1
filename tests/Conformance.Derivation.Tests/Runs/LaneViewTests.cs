using Conformance.Derivation.Runs;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tests.Runs;

public sealed class LaneViewTests
{
    private const string Target = "対象";
    private const string Core = "基幹";
    private const string Third = "外部";
    private const string Staff = "職員";

    [Fact]
    public void A_call_by_a_neighbour_that_is_answered_is_one_exchange() =>
        View(Some.Node("a", Core), Some.Node("b", Target, exchange: "照会"), Some.Node("c", Target), Some.Node("d", Core))
            .Should().Equal($"照会 from {Core}: b c");

    [Fact]
    public void A_second_call_by_the_same_neighbour_is_an_exchange_of_its_own() =>
        View(Some.Node("a", Core), Some.Node("b", Target, exchange: "照会"), Some.Node("c", Core), Some.Node("d", Target, exchange: "付番"), Some.Node("e", Core))
            .Should().Equal($"照会 from {Core}: b", $"付番 from {Core}: d");

    [Fact]
    public void The_answer_to_a_call_that_the_lane_made_opens_no_exchange() =>
        View(Some.Node("a", Staff, "userTask"), Some.Node("b", Target, exchange: "入力"), Some.Node("c", Third), Some.Node("d", Target), Some.Node("e", Staff, "userTask"))
            .Should().Equal($"入力 from {Staff}: b d");

    [Fact]
    public void A_lane_that_asks_a_third_before_it_answers_is_in_one_exchange_and_then_in_a_new_one() =>
        View(Some.Node("a", Core), Some.Node("b", Target, exchange: "付番"), Some.Node("c", Third), Some.Node("d", Target), Some.Node("e", Core), Some.Node("f", Target, exchange: "変更"))
            .Should().Equal($"付番 from {Core}: b d", $"変更 from {Core}: f");

    [Fact]
    public void What_is_only_sent_opens_nothing_where_it_arrives_elsewhere() =>
        View(Some.Node("a", Staff, "userTask"), Some.Node("b", Target, exchange: "変更"), Some.Node("c", Third), Some.Node("d", Third))
            .Should().Equal($"変更 from {Staff}: b");

    [Theory]
    [InlineData("userTask")]
    [InlineData("manualTask")]
    public void Handing_over_to_a_person_is_no_call_so_what_the_person_does_next_is_a_stimulus(string kind) =>
        View(Some.Node("a", Core), Some.Node("b", Target, exchange: "候補表示"), Some.Node("c", Staff, kind), Some.Node("d", Target, exchange: "選択"))
            .Should().Equal($"候補表示 from {Core}: b", $"選択 from {Staff}: d");

    [Fact]
    public void A_decision_taken_in_the_lane_opens_the_exchange_of_its_outcome()
    {
        var flow = Some.Flow(
            [
                Some.Node("a", Core), Some.Node("b", Target, exchange: "照会"),
                Some.Gateway("g", Target, Some.Decision(Target, ("g-c", "Y", "選択"), ("g-d", "N", ""))),
                Some.Node("c", Target), Some.Node("d", Target),
            ], "a-b", "b-g", "g-c", "g-d");

        Some.Runs(flow).Select(run => string.Join(", ", LaneView.Of(run, Target).Select(Text))).Should().Equal(
            $"照会 from {Core}: b, 選択 from {Target}: c", $"照会 from {Core}: b d");
    }

    [Fact]
    public void A_decision_taken_elsewhere_opens_nothing_in_the_lane()
    {
        var flow = Some.Flow(
            [Some.Gateway("g", Staff, Some.Decision(Staff, ("g-c", "Y", "選択"))), Some.Node("c", Target, exchange: "登録")], "g-c");

        LaneView.Of(Some.Runs(flow).Single(), Target).Select(Text).Should().Equal($"登録 from {Staff}: c");
    }

    [Fact]
    public void A_jump_carries_on_as_if_the_other_flow_stood_there()
    {
        var other = Some.Flow("999-2", [Some.Node("x", Core), Some.Node("y", Target, exchange: "変更"), Some.Node("z", Target)], "x-y", "y-z");
        var flow = Some.Flow([Some.Node("a", Core), Some.Node("b", Target, exchange: "照会"), Some.Node("c", Core, jump: new Jump("999-2", "999-1-y"))], "a-b", "b-c");

        LaneView.Of(Some.Runs(flow, other).Single(), Target).Select(Text).Should().Equal($"照会 from {Core}: b", $"変更 from {Core}: y z");
    }

    [Fact]
    public void Events_are_no_work_of_a_lane() =>
        View(Some.Node("s", Target, "startEvent"), Some.Node("a", Core), Some.Node("b", Target, exchange: "照会"), Some.Node("e", Target, "endEvent"))
            .Should().Equal($"照会 from {Core}: b");

    [Fact]
    public void A_run_that_never_enters_the_lane_shows_it_nothing() =>
        View(Some.Node("a", Core), Some.Node("b", Third)).Should().BeEmpty();

    [Fact]
    public void Every_function_on_a_checked_in_flow_stands_in_an_exchange_of_the_lane_that_bears_it()
    {
        foreach (var flow in Some.Checked.Flows)
        {
            var seen = RunFinder.Find(Some.Checked, flow).SelectMany(run => LaneView.Of(run, "住登外者宛名番号管理機能")).SelectMany(exchange => exchange.Nodes).Select(node => node.Id).ToHashSet();
            flow.Nodes.Where(node => node.Function.Length > 0 && !seen.Contains(node.Id)).Should().BeEmpty(flow.Id);
        }
    }

    private static IEnumerable<string> View(params FlowNode[] nodes) =>
        LaneView.Of(new FlowRun(Some.Flow(nodes), nodes, []), Target).Select(Text);

    private static string Text(LaneExchange exchange) => $"{exchange.Exchange} from {exchange.From}: {string.Join(' ', exchange.Nodes.Select(node => node.Id))}";
}
