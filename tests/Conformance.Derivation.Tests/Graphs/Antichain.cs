using Conformance.Derivation.Graphs;

namespace Conformance.Derivation.Tests.Graphs;

/// <summary>
/// The largest set of elements no two of which stand on one walk, by another way than the program's: Dilworth's theorem, with a maximum matching on
/// the order of the elements. Elements on a common cycle count once.
/// </summary>
internal static class Antichain
{
    public static int Largest(FlowGraph graph, bool[] useful, bool edges)
    {
        var vertices = Enumerable.Range(0, graph.Vertices.Count).Where(v => useful[v]).ToList();
        var reach = vertices.ToDictionary(v => v, v => Reach.From(graph, graph.Leaving[v].Select(edge => graph.Edges[edge].To)));
        bool Reaches(int from, int to) => from == to || reach[from][to];
        var elements = edges
            ? graph.Edges.Where(edge => useful[edge.From] && useful[edge.To]).Select(edge => (Tail: edge.From, Head: edge.To)).ToList()
            : vertices.Select(v => (Tail: v, Head: v)).ToList();
        if (edges)
        {
            elements.AddRange(vertices.Where(v => !graph.Leaving[v].Concat(graph.Entering[v]).Any(edge => useful[graph.Edges[edge].From] && useful[graph.Edges[edge].To])).Select(v => (v, v)));
        }

        // One element stands for all that lie on a common cycle with it.
        var classes = new List<(int Tail, int Head)>();
        foreach (var element in elements)
        {
            if (!classes.Any(other => Follows(other, element) && Follows(element, other)))
            {
                classes.Add(element);
            }
        }

        bool Follows((int Tail, int Head) first, (int Tail, int Head) second) => edges ? Reaches(first.Head, second.Tail) : first.Head != second.Tail && Reaches(first.Head, second.Tail);
        var mate = new int[classes.Count];
        Array.Fill(mate, -1);
        bool Augment(int element, HashSet<int> seen)
        {
            for (var other = 0; other < classes.Count; other++)
            {
                if (other != element && Follows(classes[element], classes[other]) && seen.Add(other) && (mate[other] < 0 || Augment(mate[other], seen)))
                {
                    mate[other] = element;
                    return true;
                }
            }

            return false;
        }

        return classes.Count - Enumerable.Range(0, classes.Count).Count(element => Augment(element, []));
    }
}
