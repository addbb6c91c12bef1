using Conformance.Derivation.Suites;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tests.Suites;

/// <summary>What a run is, by example.</summary>
public sealed class RunSuiteTests
{
    [Theory]
    [InlineData("start and a b and2 end : start-and and-a and-b a-and2 b-and2 and2-end", "start and a b and2 end")]
    [InlineData("start or a b or2 end : start-or or-a or-b a-or2 b-or2 or2-end", "start or a b or2 end")]
    [InlineData("start complex a b complex2 end : start-complex complex-a complex-b a-complex2 b-complex2 complex2-end", "start complex a b complex2 end")]
    [InlineData("start a b c end : start-a a-b a-c b-end c-end", "start a b end c end")]
    [InlineData("start xor a b end : start-xor xor-a xor-b a-end b-end", "start xor a end|start xor b end")]
    [InlineData("start event catch1 catch2 end : start-event event-catch1 event-catch2 catch1-end catch2-end", "start event catch1 end|start event catch2 end")]
    [InlineData("start and xor a b c and2 end : start-and and-xor xor-a xor-b a-xor2 b-xor2 xor2-and2 and-c c-and2 and2-end xor2", "start and xor a xor2 c and2 end|start and xor b xor2 c and2 end")]
    public void A_run_takes_all_branches_of_a_split_and_one_of_a_decision(string flow, string runs)
    {
        flow = flow.EndsWith(" xor2", StringComparison.Ordinal) ? "xor2 " + flow[..^5] : flow;

        Of(flow).Should().Match<RunSuite>(suite => suite.Proven && suite.Bound == suite.Runs.Count);
        Texts(Of(flow)).Should().Equal(runs.Split('|'));
    }

    [Fact]
    public void Two_starts_begin_two_runs() => Texts(Of("start1 start2 a end : start1-a start2-a a-end")).Should().Equal("start1 a end", "start2 a end");

    [Fact]
    public void Without_a_start_event_everything_that_nothing_leads_to_begins_at_once() => Texts(Of("a b c : a-c b-c")).Should().Equal("a c b c");

    [Fact]
    public void A_sub_process_is_left_when_nothing_is_left_in_it() =>
        Texts(Of("start sub sub/start sub/and sub/a sub/b b end : start-sub sub-b b-end sub/start-sub/and sub/and-sub/a sub/and-sub/b")).Should().Equal("start sub sub/start sub/and sub/a sub/b b end");

    [Fact]
    public void An_interrupting_event_is_an_alternative_and_another_one_comes_besides()
    {
        FlowNode Attached(FlowNode node, bool interrupting) => node.IsBoundary ? node with { AttachedTo = "a", Trigger = EventTrigger.Timer, Interrupting = interrupting } : node;
        const string flow = "start a on b end end2 : start-a a-end on-b b-end2";

        Texts(RunSuite.Of(Sketch.Flow(flow, node => Attached(node, true)))).Should().Equal("start a end", "start a on b end2");
        Texts(RunSuite.Of(Sketch.Flow(flow, node => Attached(node, false)))).Should().Equal("start a on end b end2");
    }

    [Fact]
    public void An_error_in_a_sub_process_is_caught_at_its_border()
    {
        var suite = RunSuite.Of(Sketch.Flow("start sub sub/xor sub/a sub/end on c end : start-sub sub-end on-c sub/xor-sub/a sub/xor-sub/end",
            node => node.Id is "on" ? node with { AttachedTo = "sub", Trigger = EventTrigger.Error } : node.Id == "sub/end" ? node with { Trigger = EventTrigger.Error } : node));

        Texts(suite).Should().Equal("start sub sub/xor sub/a end", "start sub sub/xor sub/end on c");
        suite.Proven.Should().BeTrue();
    }

    [Fact]
    public void Terminate_ends_what_is_still_going_on() =>
        Texts(RunSuite.Of(Sketch.Flow("start and a b c end1 end2 : start-and and-a and-b a-end2 b-end1 c-end2",
            node => node.Id == "end1" ? node with { Trigger = EventTrigger.Terminate } : node))).Should().Contain("start and a end2 b end1").And.HaveCount(2, "c begins a run of its own");

    [Fact]
    public void A_link_is_followed_and_one_without_a_target_is_infeasible()
    {
        FlowNode Linked(FlowNode node) => node.IsEvent && node.Kind.StartsWith("intermediate", StringComparison.Ordinal) ? node with { Trigger = EventTrigger.Link, TriggerName = node.Id[^1..] } : node;
        var suite = RunSuite.Of(Sketch.Flow("start xor throwA catchA throwB end : start-xor xor-throwA xor-throwB catchA-end", Linked));

        Texts(suite).Should().Equal("start xor throwA catchA end");
        suite.Infeasible.Select(element => (element.Element, element.Reason.En)).Should().BeEquivalentTo([("throwB", "The link 「B」 has no target."), ("xor-throwB", "The link 「B」 has no target.")]);
        suite.Proven.Should().BeTrue();
    }

    [Fact]
    public void A_decision_that_runs_into_a_parallel_join_is_infeasible_with_the_join_as_reason()
    {
        var suite = Of("start xor a b and end : start-xor xor-a xor-b a-and b-and and-end");

        suite.Runs.Should().BeEmpty();
        suite.Infeasible.Should().HaveCount(12).And.OnlyContain(element => element.Proven && element.Reason.En.StartsWith("The parallel gateway 「and」 also waits for", StringComparison.Ordinal));
    }

    [Fact]
    public void An_endless_loop_is_infeasible() =>
        Of("start xor a b c end : start-xor xor-a a-end xor-b b-c c-b").Infeasible.Should().Contain(element => element.Element == "b-c" && element.Reason.En.Contains("no way out"));

    [Fact]
    public void A_split_in_a_loop_that_starts_more_than_is_joined_is_infeasible() =>
        Of("start a b : start-a a-a2 a-b a2-a a2").Infeasible.Should().NotBeEmpty();

    [Fact]
    public void A_loop_is_gone_round_once_and_twice_and_the_runs_say_so()
    {
        var suite = Of("start xor1 a xor2 end : start-xor1 xor1-a a-xor2 xor2-xor1 xor2-end");

        suite.Runs.Should().ContainSingle().Which.Loops.Should().ContainSingle().Which.Rounds.Should().Be(1);
        suite.Repeats.Should().ContainSingle().Which.Loops.Should().ContainSingle().Which.Rounds.Should().Be(2);
    }

    [Fact]
    public void A_marked_activity_is_done_once_and_twice()
    {
        var suite = RunSuite.Of(Sketch.Flow("start a end : start-a a-end", node => node.Id == "a" ? node with { Repetition = Repetition.Parallel } : node));

        Texts(suite).Should().Equal("start a end");
        suite.Repeats.Single().Nodes.Select(node => node.Id).Should().Equal("start", "a", "a", "end");
    }

    [Fact]
    public void Everything_in_an_ad_hoc_sub_process_is_done() => Texts(Of("start adhoc adhoc/a adhoc/b end : start-adhoc adhoc-end")).Should().Equal("start adhoc adhoc/a adhoc/b end");

    [Fact]
    public void An_event_sub_process_is_triggered_and_its_contents_count()
    {
        var suite = RunSuite.Of(Sketch.Flow("start a end sub sub/start sub/b : start-a a-end sub/start-sub/b",
            node => node.Id == "sub" ? node with { TriggeredByEvent = true } : node.Id == "sub/start" ? node with { Trigger = EventTrigger.Message, Interrupting = false } : node));

        suite.Runs.SelectMany(run => run.Nodes).Select(node => node.Id).Should().Contain(["sub", "sub/start", "sub/b"]);
        suite.Infeasible.Should().BeEmpty();
    }

    [Fact]
    public void Compensation_is_done_where_something_throws_it()
    {
        FlowNode Change(FlowNode node) => node.Id switch
        {
            "on" => node with { AttachedTo = "a", Trigger = EventTrigger.Compensation, Handler = "undo" },
            "undo" => node with { ForCompensation = true },
            "throw" => node with { Trigger = EventTrigger.Compensation },
            _ => node,
        };
        const string thrown = "start a throw end on undo : start-a a-throw throw-end", not = "start a end on undo : start-a a-end";

        Texts(RunSuite.Of(Sketch.Flow(thrown, Change))).Should().Equal("start a throw on undo end");
        RunSuite.Of(Sketch.Flow(not, Change)).Infeasible.Select(element => element.Reason.En).Should().AllBe("Nothing throws the compensation.");
    }

    [Fact]
    public void Conditions_on_the_flows_of_a_task_are_an_inclusive_split()
    {
        var flow = Sketch.Flow("start a b c end : start-a a-b a-c b-end c-end", node => node.Id == "a" ? node with { Default = "a-c" } : node);
        var conditional = flow with { Edges = [.. flow.Edges.Select(edge => edge.Id == "a-b" ? edge with { Conditional = true } : edge)] };

        Texts(RunSuite.Of(conditional)).Should().Equal("start a b end", "start a c end");
    }

    [Fact]
    public void A_sequence_flow_that_leads_nowhere_is_infeasible_and_not_forgotten()
    {
        var flow = Sketch.Flow("start end : start-end") with { Loose = [new LooseEdge(new FlowEdge("f", "start", "", "", 3, 4), new("行き先がない", "leads nowhere"))] };

        RunSuite.Of(flow).Infeasible.Should().ContainSingle().Which.Should().Be(new Infeasible("f", new("線「f」は、行き先がない。", "The sequence flow leads nowhere."), true, 3, 4));
    }

    private static RunSuite Of(string flow)
    {
        // A node that is written last, without a colon, belongs to the nodes.
        var parts = flow.Split(" : ");
        var more = parts[^1].Split(' ').Where(word => !word.Contains('-')).ToList();
        return RunSuite.Of(Sketch.Flow($"{parts[0]} {string.Join(' ', more)} : {string.Join(' ', parts[^1].Split(' ').Except(more))}"));
    }

    private static IEnumerable<string> Texts(RunSuite suite) => suite.Runs.Select(run => string.Join(' ', run.Nodes.Select(node => node.Id)));

    [Fact]
    public void An_error_that_nobody_catches_ends_the_activities_around_it_too()
    {
        // One entry of the sub-process ends well or with the error, never both; the bound must know that.
        var suite = RunSuite.Of(Sketch.Flow("start sub sub/start sub/xor sub/end1 sub/end2 t end : start-sub sub/start-sub/xor sub/xor-sub/end1 sub/xor-sub/end2 sub-t t-end",
            node => node.Id == "sub/end2" ? node with { Trigger = EventTrigger.Error } : node));

        (suite.Runs.Count, suite.Bound, suite.Proven).Should().Be((2, 2, true));
    }

    [Fact]
    public void What_needs_two_ways_of_one_decision_is_proven_infeasible_whatever_events_there_are()
    {
        var suite = RunSuite.Of(Sketch.Flow("start xor a b and c end on1 d end2 : start-xor xor-a xor-b a-and b-and and-c c-end on1-d d-end2",
            node => node.Id == "on1" ? node with { AttachedTo = "a", Interrupting = false, Trigger = EventTrigger.Timer } : node));

        suite.Infeasible.Should().NotBeEmpty().And.OnlyContain(element => element.Proven && element.Reason.Ja.Contains("並行の合流「and」は") && element.Reason.En.Contains("also waits for"));
        suite.Proven.Should().BeTrue();
    }

    [Fact]
    public void A_very_large_flow_is_answered_without_a_bound_and_covered_all_the_same()
    {
        var blocks = Enumerable.Range(0, 250).ToList();
        var nodes = blocks.Select(i => $"and{i}a t{i} xor{i}a u{i} v{i} xor{i}b and{i}b");
        var edges = blocks.Select(i => $"{(i == 0 ? "start" : $"and{i - 1}b")}-and{i}a and{i}a-t{i} and{i}a-xor{i}a xor{i}a-u{i} xor{i}a-v{i} u{i}-xor{i}b v{i}-xor{i}b t{i}-and{i}b xor{i}b-and{i}b");

        var suite = RunSuite.Of(Sketch.Flow($"start {string.Join(' ', nodes)} end : {string.Join(' ', edges)} and249b-end"));

        suite.Infeasible.Should().BeEmpty();
        (suite.Runs.Count, suite.Proven).Should().Be((2, false));
    }

    [Fact]
    public void A_very_large_flow_without_parallel_branches_is_proven_all_the_same()
    {
        var rows = Enumerable.Range(0, 700).ToList();

        var suite = RunSuite.Of(Sketch.Flow($"start {string.Join(' ', rows.Select(i => $"xor{i}a u{i} v{i}"))} end : start-xor0a {string.Join(' ', rows.Select(i => $"xor{i}a-u{i} xor{i}a-v{i} u{i}-{Next(i)} v{i}-{Next(i)}"))}"));

        (suite.Runs.Count, suite.Bound, suite.Proven).Should().Be((2, 2, true));
        static string Next(int i) => i == 699 ? "end" : $"xor{i + 1}a";
    }
}
