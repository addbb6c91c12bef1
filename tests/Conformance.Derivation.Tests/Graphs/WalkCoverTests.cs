using Conformance.Derivation.Graphs;
using Conformance.Derivation.Suites;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Derivation.Tests.Graphs;

public sealed class WalkCoverTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(31, 2023);

    [Theory]
    [InlineData("start a end : start-a a-end", 1, 1)]
    [InlineData("start xor a b end : start-xor xor-a xor-b a-end b-end", 2, 2)]
    [InlineData("start xor a b xor2 c d end : start-xor xor-a xor-b a-xor2 b-xor2 xor2-c xor2-d c-end d-end", 2, 2)]
    [InlineData("start xor a end : start-xor xor-a a-xor xor-end", 1, 1)]
    [InlineData("start xor a end : start-xor xor-a xor-end a-end", 1, 2)]
    public void The_suite_is_as_small_as_can_be(string flow, int nodes, int edges)
    {
        WalkSuite.Of(Sketch.Flow(flow), Criterion.Nodes).Should().Match<WalkSuite>(suite => suite.Walks.Count == nodes && suite.Bound == nodes && suite.Proven);
        WalkSuite.Of(Sketch.Flow(flow), Criterion.Edges).Should().Match<WalkSuite>(suite => suite.Walks.Count == edges && suite.Bound == edges && suite.Proven);
    }

    [Fact]
    public void What_is_on_no_walk_is_listed_with_the_reason()
    {
        var suite = WalkSuite.Of(Sketch.Flow("start a end xor b c : start-a a-end a-xor xor-b b-xor c-a"), Criterion.Edges);

        suite.Infeasible.Should().Contain(element => element.Element == "xor" && element.Reason.En == "No end is reached from here.");
        suite.Walks.Should().HaveCount(2, "c begins a walk of its own");
    }

    [Theory]
    [InlineData(Criterion.Nodes)]
    [InlineData(Criterion.Edges)]
    public void Any_graph_is_covered_by_walks_of_it_as_many_as_its_largest_antichain(Criterion criterion) =>
        Check.One(Thorough, Prop.ForAll(RandomFlows.Unstructured("t", "xor").ToArbitrary(), flow =>
        {
            var graph = FlowGraph.Of(flow);
            var cover = WalkCover.Find(graph, criterion);
            var useful = Useful(graph);
            var walked = cover.Walks.All(walk => graph.Starts[walk.From] && graph.Ends[walk.Vertices(graph).Last()]
                && walk.Vertices(graph).SkipLast(1).SequenceEqual(walk.Edges.Select(edge => graph.Edges[edge].From)));
            var edges = cover.Walks.SelectMany(walk => walk.Edges).ToHashSet();
            var vertices = cover.Walks.SelectMany(walk => walk.Vertices(graph)).ToHashSet();
            var covered = Enumerable.Range(0, graph.Vertices.Count).Where(v => useful[v]).All(vertices.Contains)
                && (criterion == Criterion.Nodes || Enumerable.Range(0, graph.Edges.Count).Where(e => useful[graph.Edges[e].From] && useful[graph.Edges[e].To]).All(edges.Contains));
            return walked && covered && cover.Walks.Count == cover.Bound && CutCheck.Holds(graph, cover.CutVertices, cover.CutEdges)
                && cover.Bound == Antichain.Largest(graph, useful, criterion == Criterion.Edges);
        }));

    [Fact]
    public void The_same_flow_gives_the_same_walks_and_another_flow_others() =>
        Check.One(Thorough, Prop.ForAll(RandomFlows.Unstructured("t", "xor").ToArbitrary(), flow =>
        {
            string Text(Spec.Flows.Flow of) => string.Join('|', WalkSuite.Of(of, Criterion.Edges).Walks.Select(walk => string.Join(' ', walk.Edges)));
            var taken = WalkSuite.Of(flow, Criterion.Edges).Walks.SelectMany(walk => walk.Edges).FirstOrDefault();
            return Text(flow) == Text(flow) && (taken is null || Text(flow) != Text(flow with { Edges = [.. flow.Edges.Where(edge => edge.Id != taken)] }));
        }));

    [Fact]
    public void A_long_chain_needs_no_deep_stack()
    {
        var nodes = Enumerable.Range(0, 20_000).Select(i => $"t{i}").ToList();
        var flow = Sketch.Flow(string.Join(' ', nodes));
        var chained = flow with { Edges = [.. nodes.Zip(nodes.Skip(1), (a, b) => new Spec.Flows.FlowEdge($"{a}-{b}", a, b, "", 1, 1))] };

        WalkSuite.Of(chained, Criterion.Edges).Walks.Should().ContainSingle();
    }

    private static bool[] Useful(FlowGraph graph)
    {
        var all = Enumerable.Range(0, graph.Vertices.Count).ToList();
        var (forth, back) = (Reach.From(graph, all.Where(v => graph.Starts[v])), Reach.From(graph, all.Where(v => graph.Ends[v]), backwards: true));
        return [.. all.Select(v => forth[v] && back[v])];
    }
}
