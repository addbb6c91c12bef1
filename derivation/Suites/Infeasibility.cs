using Conformance.Derivation.Bounds;
using Conformance.Derivation.Tokens;
using Conformance.Spec;

namespace Conformance.Derivation.Suites;

/// <summary>Finds what no run can cover, and says why.</summary>
internal sealed class Infeasibility(TokenNet net, RunPlayer player)
{
    private readonly List<Infeasible> _found = [];
    private readonly InfeasibleReasons _reasons = new(net, player);

    public IReadOnlyList<Infeasible> Found => _found;

    /// <summary>What is left to cover when everything is left out to which no start or from which no end leads, tokens followed one by one.</summary>
    public bool[] Unconnected()
    {
        var starts = net.Transitions.Where(transition => transition.Kind == TransitionKind.Start).ToList();
        var (forth, back) = (new bool[net.Obligations.Count], new bool[net.Obligations.Count]);
        foreach (var transition in net.Transitions)
        {
            var reached = transition.Kind == TransitionKind.Start || starts.Exists(start => player.Reach.After(start.Index, transition.Index));
            foreach (var obligation in transition.Covers)
            {
                forth[obligation] |= reached;
                back[obligation] |= reached && player.Reach.Distance[transition.Index] < int.MaxValue;
            }
        }

        foreach (var obligation in net.Obligations.Where(obligation => !back[obligation.Index]))
        {
            Report(obligation, forth[obligation.Index] ? _reasons.NoEnd(obligation) : _reasons.NoStart(obligation), true);
        }

        return back;
    }

    /// <summary>Goes through the states of the game and takes out of <paramref name="wanted"/> what no complete run covers.</summary>
    /// <param name="doubtful">What no run has covered so far.</param>
    public void Explore(bool[] wanted, List<int> doubtful)
    {
        var space = StateSpace.Explore(net, player);
        player.Known = space;
        var uncovered = net.Obligations.Where(obligation => wanted[obligation.Index] && !space.Covered.Contains(obligation.Index)).ToList();
        if (uncovered.Count == 0)
        {
            return;
        }

        // Where only one order of events was looked at, every order is looked at now, and the marking equation is asked besides.
        var exact = space.Complete && net.Transitions.All(transition => transition.Kind is TransitionKind.Move or TransitionKind.Start or TransitionKind.Complete or TransitionKind.Again);
        var coverable = exact ? space.Covered : AllMarkings.Covered(net, player.Game);
        foreach (var obligation in uncovered.Where(obligation => coverable?.Contains(obligation.Index) != true))
        {
            var proven = coverable is not null || Impossible(obligation.Index);
            if (proven || space.Complete || doubtful.Contains(obligation.Index))
            {
                wanted[obligation.Index] = false;
                Report(obligation, proven || space.Complete ? _reasons.Waiting(obligation, space) : NotFound, proven);
            }
        }
    }

    /// <summary>Lists what the search did not cover although nothing shows that it cannot be.</summary>
    public void GiveUp(bool[] wanted, List<int> missing)
    {
        foreach (var obligation in missing)
        {
            wanted[obligation] = false;
            Report(net.Obligations[obligation], NotFound, false);
        }
    }

    private Wording NotFound => new($"{player.MaxSteps}手のうちに、ここを通る実行が見つからなかった。", $"No run through it was found within {player.MaxSteps} steps.");

    // One run that covered it would satisfy the equation with a single beginning.
    private bool Impossible(int obligation)
    {
        var only = new bool[net.Obligations.Count];
        only[obligation] = true;
        return MarkingProgramme.Solve(net, only) is not var (_, proof) || (proof is { Bound: > 1 } && BoundCheck.Holds(net, proof));
    }

    private void Report(Obligation obligation, Wording reason, bool proven) =>
        _found.Add(new Infeasible(obligation.Id, reason, proven, obligation.Node?.Line ?? obligation.Edge!.Line, obligation.Node?.Column ?? obligation.Edge!.Column));
}
