using Conformance.Derivation.Graphs;
using Conformance.Derivation.Suites;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Derivation.Tests.Graphs;

public sealed class PrimePathsTests
{
    [Theory]
    [InlineData("start a end : start-a a-end", "start a end")]
    [InlineData("start xor a end : start-xor xor-a a-xor xor-end", "start xor a|start xor end|xor a xor|a xor a|a xor end")]
    public void Prime_paths_are_the_longest_simple_paths_and_the_cycles(string flow, string expected)
    {
        var graph = FlowGraph.Of(Sketch.Flow(flow));

        PrimePaths.Find(graph).Paths.Select(path => string.Join(' ', path.Select(v => graph.Vertices[v].Node.Id))).Should().BeEquivalentTo(expected.Split('|'));
    }

    [Fact]
    public void They_are_those_simple_paths_that_no_other_contains() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(31, 2023), Prop.ForAll(RandomFlows.Unstructured("t").ToArbitrary(), flow =>
        {
            var graph = FlowGraph.Of(flow);
            if (graph.Vertices.Count > 7)
            {
                return true;
            }

            var all = new List<List<int>>(graph.Vertices.Select((_, v) => new List<int> { v }));
            for (var i = 0; i < all.Count; i++)
            {
                var path = all[i];
                if (path.Count == 1 || path[0] != path[^1])
                {
                    all.AddRange(graph.Leaving[path[^1]].Select(edge => graph.Edges[edge].To).Distinct().Where(to => to == path[0] || !path.Contains(to)).Select(to => path.Append(to).ToList()));
                }
            }

            bool Inside(List<int> inner, List<int> outer) => outer.Count > inner.Count && Enumerable.Range(0, outer.Count - inner.Count + 1).Any(at => outer.Skip(at).Take(inner.Count).SequenceEqual(inner));
            var expected = all.Where(path => !all.Exists(other => Inside(path, other))).Select(path => string.Join(',', path));
            return PrimePaths.Find(graph).Paths.Select(path => string.Join(',', path)).ToHashSet().SetEquals(expected);
        }));

    [Fact]
    public void The_walks_go_along_every_prime_path_that_stands_on_one()
    {
        var suite = WalkSuite.Of(Sketch.Flow("start xor a xor2 b end : start-xor xor-a a-xor2 xor2-xor xor2-b b-end xor-b"), Criterion.PrimePaths);
        var taken = suite.Walks.SelectMany(walk => walk.Edges).ToHashSet();

        taken.Should().HaveCount(7);
        suite.Complete.Should().BeTrue();
    }

    [Fact]
    public void The_walks_are_as_few_as_the_cut_and_go_along_every_prime_path_between_a_start_and_an_end() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(31, 2023), Prop.ForAll(RandomFlows.Unstructured("xor").ToArbitrary(), flow =>
        {
            var graph = FlowGraph.Of(flow);
            var found = PrimeWalks.Find(graph);
            if (graph.Vertices.Count > 8 || !found.Complete)
            {
                return true.ToProperty();
            }

            var vertices = Enumerable.Range(0, graph.Vertices.Count).ToList();
            var (forth, back) = (Reach.From(graph, vertices.Where(v => graph.Starts[v])), Reach.From(graph, vertices.Where(v => graph.Ends[v]), backwards: true));
            var walks = found.Walks.Select(walk => "," + string.Join(",", walk.Vertices(graph)) + ",").ToList();
            var wanted = PrimePaths.Find(graph).Paths.Where(path => path.All(v => forth[v] && back[v]));
            return (wanted.All(path => walks.Exists(walk => walk.Contains("," + string.Join(",", path) + ",", StringComparison.Ordinal)))
                && found.Walks.All(walk => graph.Starts[walk.From] && graph.Ends[walk.Vertices(graph).Last()] && walk.Edges.Zip(walk.Edges.Skip(1), (a, b) => graph.Edges[a].To == graph.Edges[b].From).All(joined => joined))
                && found.Walks.Count == found.Cut.Count && PathCutCheck.Holds(graph, found.Cut)).Label(Sketch.Text(flow));
        }));

    [Theory]
    [InlineData("0 1|1 2", false)]
    [InlineData("0 1|0 2", true)]
    [InlineData("0 1|3 4", false)]
    [InlineData("0 1 3|0 2 3", true)]
    public void A_cut_of_paths_holds_where_no_walk_goes_along_two_of_them(string paths, bool holds)
    {
        var graph = FlowGraph.Of(Sketch.Flow("a b c d e : a-b b-c a-c b-d c-d d-e"));

        PathCutCheck.Holds(graph, [.. paths.Split('|').Select(path => path.Split(' ').Select(int.Parse).ToList())]).Should().Be(holds);
    }

    [Fact]
    public void Too_many_are_said_to_be_too_many()
    {
        var nodes = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"xor{i}"));
        var edges = from i in Enumerable.Range(0, 40) from j in Enumerable.Range(0, 40) where i != j select $"xor{i}-xor{j}";

        WalkSuite.Of(Sketch.Flow($"start end {nodes} : start-xor0 xor1-end {string.Join(' ', edges)}"), Criterion.PrimePaths).Complete.Should().BeFalse();
    }
}
