namespace Conformance.Derivation.Graphs;

/// <summary>Strongly connected components, without recursion (Tarjan 1972): a chain of 10,000 nodes would be too deep.</summary>
/// <param name="Of">Component of each vertex; a component comes before every component from which it can be reached.</param>
/// <param name="Count">Number of components.</param>
internal sealed record Components(int[] Of, int Count)
{
    public static Components Find(FlowGraph graph)
    {
        var n = graph.Vertices.Count;
        var (index, low, component) = (new int[n], new int[n], new int[n]);
        Array.Fill(component, -1);
        var (next, count) = (1, 0);
        var open = new Stack<int>();
        var calls = new Stack<(int Vertex, int Edge)>();
        for (var root = 0; root < n; root++)
        {
            if (index[root] > 0)
            {
                continue;
            }

            calls.Push((root, 0));
            while (calls.TryPop(out var call))
            {
                var (vertex, at) = call;
                if (at == 0)
                {
                    index[vertex] = low[vertex] = next++;
                    open.Push(vertex);
                }
                else
                {
                    low[vertex] = Math.Min(low[vertex], low[graph.Edges[graph.Leaving[vertex][at - 1]].To]);
                }

                var descended = false;
                for (; at < graph.Leaving[vertex].Count && !descended; at++)
                {
                    var to = graph.Edges[graph.Leaving[vertex][at]].To;
                    if (index[to] == 0)
                    {
                        calls.Push((vertex, at + 1));
                        calls.Push((to, 0));
                        descended = true;
                    }
                    else if (component[to] < 0)
                    {
                        low[vertex] = Math.Min(low[vertex], index[to]);
                    }
                }

                if (!descended && low[vertex] == index[vertex])
                {
                    int member;
                    do
                    {
                        member = open.Pop();
                        component[member] = count;
                    }
                    while (member != vertex);
                    count++;
                }
            }
        }

        return new Components(component, count);
    }
}
