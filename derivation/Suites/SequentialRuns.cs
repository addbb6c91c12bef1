using Conformance.Derivation.Bounds;
using Conformance.Derivation.Tokens;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>Where nothing goes on side by side a run is a walk, and the fewest walks are known, however large the flow is.</summary>
internal static class SequentialRuns
{
    public static bool Are(TokenNet net) =>
        net.Transitions.All(transition => transition.Kind is TransitionKind.Start or TransitionKind.Move or TransitionKind.Complete && transition.Out.Count(place => net.Holds[place]) <= 1);

    /// <summary>The walks as runs, with the cut as the proof of the bound; null where some walk is no run.</summary>
    public static (List<Trail> Suite, BoundProof Proof)? Find(Flow flow, TokenNet net, RunPlayer player)
    {
        var obligation = net.Obligations.ToDictionary(one => one.Id, one => one.Index, StringComparer.Ordinal);
        var walks = WalkSuite.Of(flow, Criterion.Edges);
        var trails = walks.Walks.Select(walk => player.Follow([.. walk.Edges.Select(edge => obligation[edge])])).ToList();
        return trails.Contains(null) ? null : ([.. trails.OfType<Trail>()], Proof(net, [.. walks.Cut.Where(obligation.ContainsKey).Select(element => obligation[element])]));
    }

    // A place has the potential 1 as long as an element of the cut can still be come upon from it.
    private static BoundProof Proof(TokenNet net, HashSet<int> cut)
    {
        var weights = new Fraction[net.Obligations.Count];
        foreach (var element in cut)
        {
            weights[element] = 1;
        }

        var givers = new List<Transition>[net.Places];
        foreach (var transition in net.Transitions)
        {
            foreach (var place in transition.Out)
            {
                (givers[place] ??= []).Add(transition);
            }
        }

        var potentials = new Fraction[net.Places];
        var open = new Stack<Transition>(net.Transitions.Where(transition => transition.Covers.Any(cut.Contains)));
        while (open.TryPop(out var transition))
        {
            foreach (var place in transition.In.Where(place => net.Holds[place] && potentials[place].Sign == 0))
            {
                potentials[place] = 1;
                (givers[place] ?? []).ForEach(open.Push);
            }
        }

        return new BoundProof(weights, potentials);
    }
}
