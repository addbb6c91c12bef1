using Conformance.Derivation.Graphs;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>The sequence flows that lead back: those that close a cycle when the flow is gone through in the order of the file.</summary>
internal static class LoopEdges
{
    public static IReadOnlyList<FlowEdge> Of(Flow flow)
    {
        var graph = FlowGraph.Of(flow);
        var (back, state) = (new List<FlowEdge>(), new int[graph.Vertices.Count]);
        var order = Enumerable.Range(0, state.Length).OrderBy(v => graph.Starts[v] ? 0 : 1).ToList();
        foreach (var root in order)
        {
            if (state[root] != 0)
            {
                continue;
            }

            var open = new Stack<(int Vertex, int Next)>([(root, 0)]);
            state[root] = 1;
            while (open.TryPop(out var top))
            {
                if (top.Next == graph.Leaving[top.Vertex].Count)
                {
                    state[top.Vertex] = 2;
                    continue;
                }

                open.Push((top.Vertex, top.Next + 1));
                var edge = graph.Edges[graph.Leaving[top.Vertex][top.Next]];
                if (state[edge.To] == 1 && edge.Flow is not null)
                {
                    back.Add(edge.Flow);
                }
                else if (state[edge.To] == 0)
                {
                    state[edge.To] = 1;
                    open.Push((edge.To, 0));
                }
            }
        }

        return back;
    }
}
