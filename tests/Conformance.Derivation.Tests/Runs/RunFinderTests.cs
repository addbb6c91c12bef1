using Conformance.Derivation.Runs;
using Conformance.Spec;
using Conformance.Spec.Flows;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Derivation.Tests.Runs;

public sealed class RunFinderTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_flow_without_a_decision_has_one_run() =>
        Paths(Some.Flow([Some.Node("a"), Some.Node("b"), Some.Node("c")], "a-b", "b-c")).Should().Equal("a b c");

    [Fact]
    public void Two_decisions_in_a_row_need_two_runs_and_not_four() =>
        Some.Runs(Some.Flow([Some.Gateway("a"), Some.Node("b"), Some.Node("c"), Some.Gateway("d"), Some.Node("e"), Some.Node("f")],
            "a-b", "a-c", "b-d", "c-d", "d-e", "d-f")).Should().HaveCount(2);

    [Fact]
    public void A_loop_is_gone_round_once_and_twice_in_runs_that_also_leave_it() =>
        Paths(Some.Flow([Some.Node("a"), Some.Gateway("g"), Some.Node("b"), Some.Node("e")], "a-g", "g-b", "b-g", "g-e")).Should().Equal("a g b g e", "a g b g b g e");

    [Fact]
    public void A_flow_without_an_end_is_CF2020() =>
        Problems(Some.Flow([Some.Node("a"), Some.Gateway("g"), Some.Node("b")], "a-g", "g-b", "b-g")).Should().ContainSingle().Which.Code.Should().Be("CF2020");

    [Fact]
    public void A_flow_without_a_start_is_CF2020() =>
        Problems(Some.Flow([Some.Gateway("a"), Some.Node("b"), Some.Node("e")], "a-b", "b-a", "a-e")).Should().ContainSingle().Which.Code.Should().Be("CF2020");

    [Theory]
    [InlineData("task")]
    [InlineData("parallelGateway")]
    public void A_split_that_is_no_decision_takes_all_branches_in_one_run(string kind) =>
        Paths(Some.Flow([Some.Node("a", kind: kind), Some.Node("b"), Some.Node("c")], "a-b", "a-c")).Should().Equal("a b c");

    [Fact]
    public void Decisions_in_a_row_are_no_reason_to_give_up()
    {
        var nodes = Enumerable.Range(0, 31).SelectMany(i => new[] { Some.Gateway($"g{i}"), Some.Node($"t{i}"), Some.Node($"u{i}") }).ToList();
        var edges = Enumerable.Range(0, 30).SelectMany(i => new[] { $"g{i}-t{i}", $"g{i}-u{i}", $"t{i}-g{i + 1}", $"u{i}-g{i + 1}" }).Append("g30-t30").Append("g30-u30").ToArray();

        Some.Runs(Some.Flow(nodes, edges)).Should().HaveCount(2);
    }

    [Fact]
    public void A_call_goes_through_the_called_flow()
    {
        var called = Some.Flow("999-2", [Some.Node("x"), Some.Node("y")], "x-y");

        Paths(Some.Flow([Some.Node("a"), Some.Node("b", kind: "callActivity") with { Called = "flow-999-2" }, Some.Node("c")], "a-b", "b-c"), called).Should().Equal("a b b/x b/y c");
    }

    [Fact]
    public void A_flow_that_calls_itself_is_not_gone_into_for_ever() =>
        Paths(Some.Flow([Some.Node("a"), Some.Node("b", kind: "callActivity") with { Called = "999-1" }], "a-b")).Should().Equal("a b");

    [Fact]
    public async Task Many_outcomes_of_one_decision_are_found_in_bounded_time()
    {
        var ends = Enumerable.Range(0, 40).Select(i => Some.Node($"e{i}")).ToList();
        var flow = Some.Flow([Some.Gateway("g"), .. ends], [.. ends.Select(end => $"g-{end.Id}")]);

        var runs = await Task.Run(() => Some.Runs(flow)).WaitAsync(s_patience, TestContext.Current.CancellationToken);

        runs.Should().HaveCount(40);
    }

    [Fact]
    public void A_jump_goes_on_in_the_other_flow_from_the_named_step_on()
    {
        var other = Some.Flow("999-2", [Some.Node("x"), Some.Node("y"), Some.Node("z")], "x-y", "y-z");
        var flow = Some.Flow([Some.Node("a"), Some.Node("b", jump: new Jump("999-2", "999-1-y"))], "a-b");

        Paths(flow, other).Should().Equal("a b y z");
    }

    [Fact]
    public void A_jump_back_into_the_same_flow_is_taken_once()
    {
        var flow = Some.Flow([Some.Node("a"), Some.Gateway("g", decision: Some.Decision("甲レーン", ("g-e", "Y", ""), ("g-b", "N", ""))), Some.Node("b", jump: new Jump("999-1", "999-1-a")), Some.Node("e")], "a-g", "g-b", "g-e");
        var runs = Some.Runs(flow);

        runs.Should().OnlyContain(run => run.Nodes.Count <= 8);
        runs.Select(run => run.Path).Should().OnlyHaveUniqueItems();
        runs.Should().AllSatisfy(run => FluentActions.Invoking(() => LaneView.Of(run, "甲レーン")).Should().NotThrow());
    }

    [Fact]
    public void A_jump_in_a_circle_of_flows_comes_to_an_end()
    {
        var first = Some.Flow("999-1", [Some.Node("a"), Some.Node("b", jump: new Jump("999-2", "999-1-x"))], "a-b");
        var second = Some.Flow("999-2", [Some.Node("x"), Some.Node("y", jump: new Jump("999-1", "999-1-a"))], "x-y");

        Some.Runs(first, second).Should().ContainSingle();
    }

    [Fact]
    public void Two_runs_of_a_flow_never_share_a_path_even_where_nobody_named_the_outcomes() =>
        Some.Runs(Some.Flow([Some.Gateway("g"), Some.Node("a"), Some.Node("b"), Some.Node("c")], "g-a", "g-b", "g-c")).Select(run => run.Path).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_sequence_flow_of_any_acyclic_flow_is_taken_by_walks_from_a_start_to_an_end()
    {
        // An edge goes from an earlier to a later node only, so there is no cycle.
        var graph = Gen.Choose(2, 7).SelectMany(size => Gen.Choose(0, 2).ArrayOf(size * size).Select(matrix => Some.Flow(
            [.. Enumerable.Range(0, size).Select(i => Some.Gateway($"n{i}"))],
            [.. from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, size) where i < j && matrix[(i * size) + j] == 0 select $"n{i}-n{j}"])));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(31, 2023), Prop.ForAll(graph.ToArbitrary(), flow =>
        {
            var runs = Some.Runs(flow);
            var taken = runs.SelectMany(run => run.Edges).ToHashSet();
            return taken.SetEquals(flow.Edges.Select(edge => edge.Id))
                && runs.All(run => !flow.Entering(run.Nodes[0]).Any() && !flow.Leaving(run.Nodes[^1]).Any())
                && runs.Select(Path).SequenceEqual(Some.Runs(flow).Select(Path));
        }));
    }

    [Fact]
    public void Every_sequence_flow_of_the_checked_in_flows_is_taken()
    {
        foreach (var flow in Some.Checked.Flows)
        {
            var runs = RunFinder.Find(Some.Checked, flow);
            var taken = runs.SelectMany(run => run.Nodes.Zip(run.Nodes.Skip(1), (from, to) => (from.Id, to.Id))).ToHashSet();
            flow.Edges.Where(edge => !taken.Contains((edge.From, edge.To))).Should().BeEmpty("every edge of {0} is taken", flow.Id);
            foreach (var run in runs)
            {
                run.Nodes.Zip(run.Nodes.Skip(1)).Should().OnlyContain(pair =>
                    pair.First.Jump != null || Some.Checked.Flows.Any(any => any.Edges.Any(edge => edge.From == pair.First.Id && edge.To == pair.Second.Id)));
                flow.Entering(run.Nodes[0]).Should().BeEmpty();
            }
        }
    }

    private static string Path(FlowRun run) => string.Join(' ', run.Nodes.Select(node => node.Id));

    private static IEnumerable<string> Paths(Flow flow, params Flow[] others) => Some.Runs(flow, others).Select(Path);

    private static IReadOnlyList<Problem> Problems(Flow flow) => FluentActions.Invoking(() => Some.Runs(flow)).Should().Throw<BadInputException>().Which.Problems;
}
