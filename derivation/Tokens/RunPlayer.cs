namespace Conformance.Derivation.Tokens;

/// <summary>Plays runs to their end, towards what is still to be covered, and goes back where a run gets stuck.</summary>
internal sealed class RunPlayer
{
    /// <summary>Steps of one search before it is given up.</summary>
    public const int MaxSteps = 5_000;

    /// <summary>Steps of all searches in one flow together before no more suites are tried.</summary>
    public const int MaxTotal = 100_000;

    private readonly TokenNet _net;
    private readonly TokenGame _game;
    private readonly Moves _moves;
    private readonly NetReach _reach;

    public RunPlayer(TokenNet net)
    {
        (_net, _game, _reach) = (net, new TokenGame(net), new NetReach(net));
        _moves = new Moves(net, _game);
    }

    public NetReach Reach => _reach;

    public TokenGame Game => _game;

    public Moves Moves => _moves;

    /// <summary>Markings from which no end is reached, where they are known.</summary>
    public StateSpace? Known { get; set; }

    public int TotalSteps { get; private set; }

    public bool IsTired => TotalSteps > MaxTotal;

    /// <summary>Plays one run.</summary>
    /// <param name="plan">How often each transition is still wanted.</param>
    /// <param name="missing">Whether an obligation is still to be covered.</param>
    /// <param name="variant">Another number breaks ties another way.</param>
    /// <param name="accept">Whether a finished run will do; the search goes on where it will not.</param>
    /// <returns>Null where none is found within <see cref="MaxSteps"/>.</returns>
    public Trail? Play(int[] plan, bool[] missing, int variant, Func<Trail, bool> accept)
    {
        var frames = new Stack<(GameState State, List<Transition> Left)>();
        var state = GameState.Empty(_net);
        var starts = _net.Transitions.Where(transition => transition.Kind == TransitionKind.Start).ToList();
        if (starts.Count == 0)
        {
            return null;
        }

        var options = Ordered(starts, state, plan, missing, variant);
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            if (options.Count == 0)
            {
                if (state.Tokens.Count == 0 && state.Steps.Count > 0 && new Trail(state.Steps) is var trail && accept(trail))
                {
                    return trail;
                }

                if (!frames.TryPop(out var frame))
                {
                    return null;
                }

                (state, options) = (frame.State, frame.Left);
                continue;
            }

            if (options.Count > 1)
            {
                frames.Push((state.Copy(), options.GetRange(1, options.Count - 1)));
            }

            TotalSteps++;
            state.Fire(_game, options[0]);
            options = Known?.IsHopeless(state.Marking) == true || state.Marking.Max() > StateSpace.MaxTokens + 1 ? [] : Ordered(_moves.Next(state), state, plan, missing, variant);
        }

        return null;
    }

    /// <summary>Plays a run along sequence flows that are known; null where there is no such run.</summary>
    /// <param name="edges">Indexes of obligations, in order.</param>
    public Trail? Follow(IReadOnlyList<int> edges)
    {
        var (state, at) = (GameState.Empty(_net), 0);
        var options = _net.Transitions.Where(transition => transition.Kind == TransitionKind.Start).ToList();
        while (options.Count > 0)
        {
            var chosen = at < edges.Count ? options.Find(option => option.Covers.Contains(edges[at])) : null;
            at += chosen is null ? 0 : 1;
            chosen ??= options.Find(option => !option.Covers.Any(obligation => _net.Obligations[obligation].Edge is not null));
            if (chosen is null)
            {
                return null;
            }

            state.Fire(_game, chosen);
            options = _moves.Next(state);
        }

        return at == edges.Count && state.Tokens.Count == 0 ? new Trail(state.Steps) : null;
    }

    private List<Transition> Ordered(List<Transition> options, GameState state, int[] plan, bool[] missing, int variant)
    {
        if (options.Count < 2)
        {
            return options;
        }

        // A way taken more often than anybody wants leads nowhere new.
        var open = options.Where(option => state.Used[option.Index] < 2 + Math.Max(0, plan[option.Index])).ToList();
        if (open.Count < 2)
        {
            return open;
        }

        var useful = new ulong[(_net.Transitions.Count + 63) / 64];
        var covered = state.Steps.SelectMany(step => _net.Transitions[step.Transition].Covers).ToHashSet();
        foreach (var transition in _net.Transitions)
        {
            if (transition.Covers.Any(obligation => missing[obligation] && !covered.Contains(obligation)))
            {
                useful[transition.Index >> 6] |= 1UL << (transition.Index & 63);
            }
        }

        bool Useful(Transition option) => (useful[option.Index >> 6] >> (option.Index & 63) & 1) != 0 || _reach.AnyAfter(option.Index, useful);
        int Rank(Transition option)
        {
            var left = plan[option.Index] - state.Used[option.Index];
            return left > 0 ? open.Any(other => _reach.After(option.Index, other.Index)) ? 0 : 1
                : state.Used[option.Index] == 0 && Useful(option) ? 2 : 3;
        }

        return [.. open.Select(option => (Option: option, Rank: Rank(option)))
            .OrderBy(entry => entry.Rank)
            .ThenBy(entry => entry.Rank < 3 && variant > 0 ? Mixed(entry.Option.Index, variant) : 0)
            .ThenByDescending(entry => entry.Rank < 2 ? plan[entry.Option.Index] - state.Used[entry.Option.Index] : 0)
            .ThenBy(entry => entry.Rank == 3 ? _reach.Distance[entry.Option.Index] : 0)
            .ThenBy(entry => entry.Option.Index)
            .Select(entry => entry.Option)];
    }

    // Any fixed mixing will do, as long as it is the same on every machine (Knuth's multiplicative hash).
    private static uint Mixed(int index, int variant) => unchecked((uint)(index + 1) * 2654435761u * (uint)((2 * variant) + 1)) >> 8;
}
