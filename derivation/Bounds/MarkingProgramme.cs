using Conformance.Derivation.Tokens;

namespace Conformance.Derivation.Bounds;

/// <summary>
/// The marking equation as a linear programme: how often must each transition happen in all runs together, so that every obligation is covered, every
/// token put down is taken up, and as few runs as possible begin? A relaxation (it does not ask in which order), so its value is a lower
/// bound, and its solution a plan.
/// </summary>
internal sealed class MarkingProgramme
{
    /// <summary>Entries of the table beyond which no bound is looked for.</summary>
    public const int MaxEntries = 400_000;

    /// <summary>Transitions beyond which no bound is looked for: putting them together alone would take longer than reading the answer.</summary>
    public const int MaxTransitions = RunPlayer.LargeNet;

    /// <summary>Steps of the simplex method before it is given up.</summary>
    public const int MaxPivots = 3_000;

    private readonly TokenNet _net;
    private readonly bool[] _slack;
    private readonly Dictionary<int, Column> _columns = [];
    private readonly List<(int Place, Column Giver, Column Taker)> _merged = [];

    private MarkingProgramme(TokenNet net)
    {
        _net = net;

        // A scope that is complete is empty but for what does not hold it; one that is aborted may lose anything.
        _slack = new bool[net.Places];
        foreach (var (scope, completed) in net.Transitions.Where(transition => transition.Clears >= 0).Select(transition => (transition.Clears, transition.Empty == transition.Clears)).Distinct())
        {
            for (var place = 0; place < net.Places; place++)
            {
                _slack[place] |= net.Within(net.ScopeOf[place], scope) && !(completed && net.Holds[place]);
            }
        }
    }

    private sealed record Column(int Id, int Cost, SortedDictionary<int, int> Effect, SortedDictionary<int, int> Covers, SortedDictionary<int, int> Happens);

    /// <summary>The plan (how often each transition happens) and the proof of the bound. Both are null where it was given up.</summary>
    /// <param name="wanted">Whether an obligation is to be covered.</param>
    /// <returns>Null where no runs at all cover what is wanted.</returns>
    public static (int[]? Plan, BoundProof? Proof)? Solve(TokenNet net, bool[] wanted)
    {
        if (net.Transitions.Count > MaxTransitions)
        {
            return (null, null);
        }

        try
        {
            return new MarkingProgramme(net).Solve(wanted);
        }
        catch (OverflowException)
        {
            return (null, null);
        }
    }

    private (int[]? Plan, BoundProof? Proof)? Solve(bool[] wanted)
    {
        foreach (var transition in _net.Transitions)
        {
            AddColumns(transition, wanted);
        }

        Contract();
        var columns = _columns.Values.OrderBy(column => column.Id).ToList();
        var places = columns.SelectMany(column => column.Effect.Keys).Distinct().Order().ToList();
        if (Uncovered(columns, wanted))
        {
            return null;
        }

        if ((long)places.Count * columns.Count > MaxEntries)
        {
            return (null, null);
        }

        var obligations = Essential(columns, wanted);
        if ((long)(places.Count + obligations.Count) * columns.Count > MaxEntries)
        {
            return (null, null);
        }

        var rows = places.Select(place => (columns.Select(column => column.Effect.GetValueOrDefault(place)).ToArray(), 0, !_slack[place]))
            .Concat(obligations.Select(obligation => (columns.Select(column => column.Covers.GetValueOrDefault(obligation)).ToArray(), 1, false))).ToList();
        if (new DualSimplex(rows, [.. columns.Select(column => column.Cost)]).Solve(MaxPivots) is not var (_, x, multipliers))
        {
            return null;
        }

        // What a row's multiplier is: the potential of its place, or the weight of its obligation.
        var (weights, potentials) = (new Fraction[_net.Obligations.Count], new Fraction[_net.Places]);
        for (var i = 0; i < places.Count; i++)
        {
            potentials[places[i]] = multipliers[i];
        }

        for (var i = 0; i < obligations.Count; i++)
        {
            weights[obligations[i]] = multipliers[places.Count + i];
        }

        Expand(weights, potentials);
        return (x is null ? null : Plan(columns, x), new BoundProof(weights, potentials));
    }

    private void AddColumns(Transition transition, bool[] wanted)
    {
        var covers = transition.Covers.Where(obligation => wanted[obligation]).ToList();
        if (transition.Kind != TransitionKind.Join)
        {
            Add(transition.Index, transition.Kind == TransitionKind.Start ? 1 : 0, transition.In, transition.Out, covers);
            return;
        }

        if (transition.In.Length <= Branching.MaxSubsets)
        {
            foreach (var subset in Branching.Subsets(transition.In))
            {
                Add(transition.Index, 0, subset, transition.Out, covers);
            }

            return;
        }

        // Too many subsets: each token alone may go on, or vanish. That allows more than the gateway does, so the bound stays one.
        foreach (var place in transition.In)
        {
            Add(transition.Index, 0, [place], transition.Out, covers);
            Add(transition.Index, 0, [place], [], []);
        }
    }

    private void Add(int transition, int cost, IEnumerable<int> taken, IEnumerable<int> given, IEnumerable<int> covers)
    {
        var effect = new SortedDictionary<int, int>();
        foreach (var (places, by) in new[] { (taken, -1), (given, 1) })
        {
            foreach (var place in places)
            {
                effect[place] = effect.GetValueOrDefault(place) + by;
            }
        }

        foreach (var place in effect.Where(entry => entry.Value == 0).Select(entry => entry.Key).ToList())
        {
            effect.Remove(place);
        }

        _columns[_columns.Count] = new Column(_columns.Count, cost, effect, new SortedDictionary<int, int>(covers.ToDictionary(obligation => obligation, _ => 1)), new SortedDictionary<int, int> { [transition] = 1 });
    }

    // Where one transition alone gives to a place and one alone takes from it, both happen equally often: they become one.
    private void Contract()
    {
        var touching = new Dictionary<int, HashSet<int>>();
        foreach (var column in _columns.Values)
        {
            foreach (var place in column.Effect.Keys)
            {
                (touching.TryGetValue(place, out var set) ? set : touching[place] = []).Add(column.Id);
            }
        }

        var next = _columns.Count;
        foreach (var place in Enumerable.Range(0, _net.Places).Where(place => !_slack[place]))
        {
            if (!touching.TryGetValue(place, out var two) || two.Count != 2)
            {
                continue;
            }

            var (giver, taker) = (_columns[two.Min()], _columns[two.Max()]);
            (giver, taker) = giver.Effect[place] == 1 ? (giver, taker) : (taker, giver);
            if (giver.Effect[place] != 1 || taker.Effect[place] != -1)
            {
                continue;
            }

            _merged.Add((place, giver, taker));
            var merged = new Column(next++, giver.Cost + taker.Cost, Sum(giver.Effect, taker.Effect), Sum(giver.Covers, taker.Covers), Sum(giver.Happens, taker.Happens));
            foreach (var old in new[] { giver, taker })
            {
                _columns.Remove(old.Id);
                foreach (var other in old.Effect.Keys)
                {
                    touching[other].Remove(old.Id);
                }
            }

            _columns[merged.Id] = merged;
            foreach (var other in merged.Effect.Keys)
            {
                touching[other].Add(merged.Id);
            }
        }
    }

    private static SortedDictionary<int, int> Sum(SortedDictionary<int, int> a, SortedDictionary<int, int> b)
    {
        var sum = new SortedDictionary<int, int>(a);
        foreach (var (key, value) in b)
        {
            if ((sum[key] = sum.GetValueOrDefault(key) + value) == 0)
            {
                sum.Remove(key);
            }
        }

        return sum;
    }

    private static bool Uncovered(List<Column> columns, bool[] wanted)
    {
        var covered = columns.SelectMany(column => column.Covers.Keys).ToHashSet();
        return Enumerable.Range(0, wanted.Length).Any(obligation => wanted[obligation] && !covered.Contains(obligation));
    }

    // An obligation that is covered wherever another one is need not be asked for.
    private static List<int> Essential(List<Column> columns, bool[] wanted)
    {
        var covering = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i])
            {
                covering[i] = [];
            }
        }

        for (var i = 0; i < columns.Count; i++)
        {
            foreach (var obligation in columns[i].Covers.Keys)
            {
                covering[obligation].Add(i);
            }
        }

        var essential = new List<(int Obligation, HashSet<int> Columns)>();
        foreach (var (obligation, list) in covering.OrderBy(entry => entry.Value.Count).ThenBy(entry => entry.Key))
        {
            if (!essential.Any(other => other.Columns.IsSubsetOf(list)))
            {
                essential.Add((obligation, [.. list]));
            }
        }

        return [.. essential.Select(entry => entry.Obligation).Order()];
    }

    private void Expand(Fraction[] weights, Fraction[] potentials)
    {
        for (var i = _merged.Count - 1; i >= 0; i--)
        {
            // The giver may gain up to its cost; what it leaves is the potential of the place between.
            var (place, giver, _) = _merged[i];
            potentials[place] = giver.Cost - giver.Covers.Aggregate((Fraction)0, (sum, entry) => sum + (weights[entry.Key] * entry.Value))
                - giver.Effect.Where(entry => entry.Key != place).Aggregate((Fraction)0, (sum, entry) => sum + (potentials[entry.Key] * entry.Value));
        }
    }

    private int[] Plan(List<Column> columns, Fraction[] x)
    {
        var plan = new Fraction[_net.Transitions.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            foreach (var (transition, times) in columns[i].Happens)
            {
                plan[transition] += x[i] * times;
            }
        }

        return [.. plan.Select(value => (int)value.Ceiling)];
    }
}
