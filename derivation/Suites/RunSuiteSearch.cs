using Conformance.Derivation.Bounds;
using Conformance.Derivation.Runs;
using Conformance.Derivation.Tokens;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>
/// Solves the marking equation, plays its solution as runs, and plays again with other choices where there are more runs than the bound says.
/// Every limit is a number of steps and never a time, so that the result is the same everywhere.
/// </summary>
internal sealed class RunSuiteSearch
{
    /// <summary>Ways to break ties that are tried.</summary>
    public const int MaxVariants = 12;

    private readonly Flow _flow;
    private readonly TokenNet _net;
    private readonly RunPlayer _player;

    public RunSuiteSearch(Flow flow)
    {
        (_flow, _net) = (flow, FlowNet.Of(flow));
        _player = new RunPlayer(_net);
    }

    public RunSuite Find()
    {
        var infeasible = new Infeasibility(_net, _player);
        var wanted = infeasible.Unconnected();
        var walked = _net.Transitions.Count > RunPlayer.LargeNet && SequentialRuns.Are(_net) ? SequentialRuns.Find(_flow, _net, _player) : null;
        var programme = walked is var (_, cut) ? (null, cut) : MarkingProgramme.Solve(_net, wanted);
        var pool = new List<Trail>();
        var suite = walked?.Suite ?? (programme is null ? null : Smallest(programme.Value.Plan, programme.Value.Proof, wanted, pool));
        if (suite is null || Missing(suite, wanted).Count > 0)
        {
            infeasible.Explore(wanted, suite is null ? [] : Missing(suite, wanted));
            programme = MarkingProgramme.Solve(_net, wanted);
            suite = Smallest(programme?.Plan, programme?.Proof, wanted, pool);
            infeasible.GiveUp(wanted, Missing(suite, wanted));
        }

        var proof = programme?.Proof is { } candidate && BoundCheck.Holds(_net, candidate) ? candidate : null;
        var bound = Math.Max(proof?.Bound ?? 0, suite.Count > 0 ? 1 : 0);
        var words = new TrailRuns(_flow, _net);
        suite = [.. suite.Order(Comparer<Trail>.Create(Compare))];
        var repeats = new LoopRuns(_flow, _net, _player).Find(suite, wanted);
        var elements = infeasible.Found.Concat(_flow.Loose.Select(Infeasible.Of)).ToList();
        return new RunSuite(_flow, [.. suite.Select(words.Run)], [.. repeats.Select(words.Run)], bound,
            proof is null ? [] : [.. proof.Weights.Select((weight, i) => (weight, i)).Where(entry => entry.weight.Sign > 0).Select(entry => new ProofWeight(_net.Obligations[entry.i].Id, entry.weight.ToString()))],
            elements, suite.Count == bound && elements.TrueForAll(element => element.Proven));
    }

    private static int Compare(Trail a, Trail b)
    {
        for (var i = 0; i < a.Steps.Count && i < b.Steps.Count; i++)
        {
            if (a.Steps[i].Transition != b.Steps[i].Transition)
            {
                return a.Steps[i].Transition.CompareTo(b.Steps[i].Transition);
            }
        }

        return a.Steps.Count.CompareTo(b.Steps.Count);
    }

    private List<int> Missing(List<Trail> suite, bool[] wanted)
    {
        var covered = suite.SelectMany(trail => trail.Covered(_net)).ToHashSet();
        return [.. Enumerable.Range(0, wanted.Length).Where(obligation => wanted[obligation] && !covered.Contains(obligation))];
    }

    private List<Trail> Smallest(int[]? plan, BoundProof? proof, bool[] wanted, List<Trail> pool)
    {
        var bound = Math.Max(1, proof?.Bound ?? 1);
        List<Trail>? best = null;
        for (var variant = 0; variant < (_net.Transitions.Count > RunPlayer.LargeNet ? 1 : MaxVariants); variant++)
        {
            var suite = Greedy(plan ?? new int[_net.Transitions.Count], wanted, variant);
            pool.AddRange(suite);
            if (best is null || (Missing(suite, wanted).Count == 0 && suite.Count < best.Count))
            {
                best = suite;
            }

            if (best.Count <= bound || Missing(best, wanted).Count > 0 || _player.IsTired)
            {
                break;
            }
        }

        if (best!.Count > bound && SequentialRuns.Are(_net) && SequentialRuns.Find(_flow, _net, _player) is var (walked, _) && walked.Count < best.Count && Missing(walked, wanted).Count == 0)
        {
            return walked;
        }

        return best.Count > bound && Missing(best, wanted).Count == 0 && RunPool.Smaller(_net, pool, wanted, best.Count, bound) is { } smaller ? smaller : best;
    }

    private List<Trail> Greedy(int[] plan, bool[] wanted, int variant)
    {
        var (left, missing, suite) = ((int[])plan.Clone(), (bool[])wanted.Clone(), new List<Trail>());
        while (missing.Contains(true))
        {
            var trail = _player.Play(left, missing, variant, found => found.Covered(_net).Any(obligation => missing[obligation]));
            if (trail is null && Aimed(missing, variant) is { } aimed)
            {
                trail = aimed;
            }

            if (trail is null)
            {
                break;
            }

            suite.Add(trail);
            foreach (var step in trail.Steps)
            {
                left[step.Transition] = Math.Max(0, left[step.Transition] - 1);
                foreach (var obligation in _net.Transitions[step.Transition].Covers)
                {
                    missing[obligation] = false;
                }
            }
        }

        return RunPool.WithoutSpare(_net, suite, wanted);
    }

    // At one obligation at a time, without a plan.
    private Trail? Aimed(bool[] missing, int variant)
    {
        for (var obligation = 0; obligation < missing.Length; obligation++)
        {
            if (missing[obligation])
            {
                var only = new bool[missing.Length];
                only[obligation] = true;
                var at = obligation;
                if (_player.Play(new int[_net.Transitions.Count], only, variant, found => found.Covered(_net).Contains(at)) is { } trail)
                {
                    return trail;
                }

                if (_player.IsTired)
                {
                    break;
                }
            }
        }

        return null;
    }
}
