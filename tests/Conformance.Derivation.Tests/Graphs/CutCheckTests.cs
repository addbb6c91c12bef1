using Conformance.Derivation.Graphs;

namespace Conformance.Derivation.Tests.Graphs;

/// <summary>The check must refuse what proves nothing.</summary>
public sealed class CutCheckTests
{
    private static readonly FlowGraph Graph = FlowGraph.Of(Sketch.Flow("start xor a b end : start-xor xor-a xor-b a-end b-end"));

    [Fact]
    public void Alternatives_are_a_cut() => Holds([], ["xor-a", "xor-b"]).Should().BeTrue();

    [Fact]
    public void Alternatives_at_different_places_are_a_cut() => Holds(["a"], ["b-end"]).Should().BeTrue();

    [Theory]
    [InlineData("", "start-xor xor-a")]
    [InlineData("xor", "xor-a")]
    [InlineData("a", "xor-a")]
    [InlineData("a", "a-end")]
    [InlineData("start end", "")]
    [InlineData("", "xor-a xor-a")]
    public void What_one_walk_can_take_is_none(string vertices, string edges) => Holds(Words(vertices), Words(edges)).Should().BeFalse();

    [Fact]
    public void A_loop_may_come_back_to_one_element_but_not_to_another()
    {
        var loop = FlowGraph.Of(Sketch.Flow("start xor a b end : start-xor xor-a a-b b-xor xor-end"));

        CutCheck.Holds(loop, [], [Edge(loop, "xor-a")]).Should().BeTrue();
        CutCheck.Holds(loop, [], [Edge(loop, "xor-a"), Edge(loop, "b-xor")]).Should().BeFalse();
    }

    private static bool Holds(string[] vertices, string[] edges) =>
        CutCheck.Holds(Graph, [.. vertices.Select(id => Graph.Vertices.ToList().FindIndex(vertex => vertex.Node.Id == id))], [.. edges.Select(id => Edge(Graph, id))]);

    private static int Edge(FlowGraph graph, string id) => graph.Edges.ToList().FindIndex(edge => edge.Id == id);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
