namespace Conformance.Derivation.Tokens;

/// <summary>Plays runs to their end, towards what is still to be covered, and goes back where a run gets stuck.</summary>
internal sealed class RunPlayer
{
    /// <summary>Steps of all searches in one flow together before no more suites are tried.</summary>
    public const int MaxTotal = 100_000;

    /// <summary>What is looked at in all searches together to choose: in a large flow each choice looks at thousands of transitions.</summary>
    public const long MaxWeighed = 100_000_000;

    /// <summary>Transitions beyond which no plan is made, and one way to break ties is tried.</summary>
    public const int LargeNet = 1_500;

    /// <summary>What going through one step again weighs.</summary>
    private const int ReplayWeight = 20;

    private readonly TokenNet _net;
    private readonly TokenGame _game;
    private readonly Moves _moves;
    private readonly NetReach _reach;
    private long _weighed;

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

    /// <summary>Steps of one search before it is given up.</summary>
    public int MaxSteps => Math.Max(5_000, 2 * _net.Transitions.Count);

    public bool IsTired => TotalSteps > Math.Max(MaxTotal, 2 * MaxSteps) || _weighed > MaxWeighed;

    /// <summary>Plays one run.</summary>
    /// <param name="plan">How often each transition is still wanted.</param>
    /// <param name="missing">Whether an obligation is still to be covered.</param>
    /// <param name="variant">Another number breaks ties another way.</param>
    /// <param name="accept">Whether a finished run will do; the search goes on where it will not.</param>
    /// <returns>Null where none is found within <see cref="MaxSteps"/>.</returns>
    public Trail? Play(int[] plan, bool[] missing, int variant, Func<Trail, bool> accept)
    {
        var frames = new Stack<(int Steps, List<Transition> Left)>();
        var state = GameState.Empty(_net);
        var starts = _net.Transitions.Where(transition => transition.Kind == TransitionKind.Start).ToList();
        if (starts.Count == 0)
        {
            return null;
        }

        var useful = new Usefulness(_net, missing);
        var options = Ordered(starts, state, plan, useful, variant);
        for (var steps = 0; steps < MaxSteps && _weighed <= MaxWeighed; steps++)
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

                (state, options) = (state.Back(_net, _game, frame.Steps), frame.Left);
                useful.Begin(state.Steps);
                _weighed += (ReplayWeight * frame.Steps) + _net.Transitions.Count;
                continue;
            }

            if (options.Count > 1)
            {
                frames.Push((state.Steps.Count, options.GetRange(1, options.Count - 1)));
            }

            TotalSteps++;
            state.Fire(_game, options[0]);
            useful.Happen(options[0]);
            options = Known?.IsHopeless(state.Marking) == true || state.Marking.Max() > StateSpace.MaxTokens + 1 ? [] : Ordered(_moves.Next(state), state, plan, useful, variant);
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

    private List<Transition> Ordered(List<Transition> options, GameState state, int[] plan, Usefulness useful, int variant)
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

        _weighed += open.Count * useful.Marked.Length;
        // Without a plan every way leads to something wanted later; a run of thousands of steps must take what it can on the way.
        var large = _net.Transitions.Count > LargeNet;
        bool Useful(Transition option) => (useful.Marked[option.Index >> 6] >> (option.Index & 63) & 1) != 0 || _reach.AnyAfter(option.Index, useful.Marked);
        int Rank(Transition option)
        {
            var left = plan[option.Index] - state.Used[option.Index];
            return left > 0 ? open.Any(other => _reach.After(option.Index, other.Index)) ? 0 : 1
                : state.Used[option.Index] == 0 && Useful(option) ? 2 : 3;
        }

        return [.. open.Select(option => (Option: option, Rank: Rank(option)))
            .OrderBy(entry => entry.Rank)
            .ThenBy(entry => entry.Rank == 2 && large && (useful.Marked[entry.Option.Index >> 6] >> (entry.Option.Index & 63) & 1) == 0 ? 1 : 0)
            .ThenBy(entry => entry.Rank < 3 && variant > 0 ? Mixed(entry.Option.Index, variant) : 0)
            .ThenByDescending(entry => entry.Rank < 2 ? plan[entry.Option.Index] - state.Used[entry.Option.Index] : 0)
            .ThenBy(entry => entry.Rank == 3 ? _reach.Distance[entry.Option.Index] : 0)
            .ThenBy(entry => entry.Option.Index)
            .Select(entry => entry.Option)];
    }

    // Any fixed mixing will do, as long as it is the same on every machine (Knuth's multiplicative hash).
    private static uint Mixed(int index, int variant) => unchecked((uint)(index + 1) * 2654435761u * (uint)((2 * variant) + 1)) >> 8;
}
