using Conformance.Derivation.Tokens;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>Runs to add so that each loop is gone round once in one run and twice in another.</summary>
internal sealed class LoopRuns(Flow flow, TokenNet net, RunPlayer player)
{
    /// <summary>Loops for which runs are added; a flow with more is not one that people run by hand.</summary>
    private const int MaxLoops = 64;

    private readonly List<(int[] Transitions, int Obligation, int Extra)> _loops = [.. Loops(flow, net).Take(MaxLoops)];

    public List<Trail> Find(List<Trail> suite, bool[] wanted)
    {
        var repeats = new List<Trail>();
        var open = new List<(int Loop, int Rounds)>();
        for (var loop = 0; loop < _loops.Count; loop++)
        {
            for (var rounds = 1; rounds <= 2; rounds++)
            {
                if (wanted[_loops[loop].Obligation] && !suite.Exists(trail => Rounds(trail, loop) == rounds))
                {
                    open.Add((loop, rounds));
                }
            }
        }

        while (open.Count > 0 && !player.IsTired)
        {
            var (first, times) = open[0];
            var (plan, missing) = (new int[net.Transitions.Count], new bool[net.Obligations.Count]);
            foreach (var (loop, rounds) in open.Where(entry => entry.Rounds == times))
            {
                missing[_loops[loop].Obligation] = true;
                foreach (var transition in _loops[loop].Transitions)
                {
                    plan[transition] = rounds - _loops[loop].Extra;
                }
            }

            if (player.Play(plan, missing, 0, trail => Rounds(trail, first) == times) is { } found)
            {
                repeats.Add(found);
                open.RemoveAll(entry => Rounds(found, entry.Loop) == entry.Rounds);
            }
            else
            {
                open.RemoveAt(0);
            }
        }

        return repeats;
    }

    private int Rounds(Trail trail, int loop)
    {
        var times = trail.Steps.Count(step => _loops[loop].Transitions.Contains(step.Transition));
        return _loops[loop].Extra == 0 ? times
            : trail.Steps.Any(step => net.Transitions[step.Transition].Covers.Contains(_loops[loop].Obligation)) ? times + 1 : 0;
    }

    // A marked activity is done once without going round; its transitions are those that do it again.
    private static IEnumerable<(int[] Transitions, int Obligation, int Extra)> Loops(Flow flow, TokenNet net)
    {
        foreach (var back in LoopEdges.Of(flow))
        {
            var obligation = net.Obligations.First(candidate => candidate.Id == back.Id).Index;
            yield return ([.. net.Transitions.Where(transition => transition.Covers.Contains(obligation)).Select(transition => transition.Index)], obligation, 0);
        }

        foreach (var node in flow.Nodes.Where(node => node.Repetition != Repetition.None))
        {
            var obligation = net.Obligations.First(candidate => candidate.Id == node.Id).Index;
            yield return ([.. net.Transitions.Where(transition => transition.Kind == TransitionKind.Again && transition.Covers.Contains(obligation)).Select(transition => transition.Index)], obligation, 1);
        }
    }
}
