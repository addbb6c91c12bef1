namespace Conformance.Derivation.Tokens;

/// <summary>All markings that the game can come to, as far as they are few enough, and what complete runs cover in them.</summary>
internal sealed class StateSpace
{
    /// <summary>Markings that are looked at before the search is cut off.</summary>
    public const int MaxStates = 4_000;

    /// <summary>Numbers in all of them together: of a very large flow fewer markings are looked at.</summary>
    public const int MaxNumbers = 10_000_000;

    /// <summary>More tokens than this in one place, and they pile up without end.</summary>
    public const int MaxTokens = 3;

    /// <summary>Obligations that some step from a reached marking covers.</summary>
    public HashSet<int> Reached { get; } = [];

    /// <summary>Obligations that a run from the start to the end covers.</summary>
    public HashSet<int> Covered { get; } = [];

    /// <summary>Markings in which nothing can happen although tokens are left.</summary>
    public List<int[]> Stuck { get; } = [];

    /// <summary>Places in which tokens pile up.</summary>
    public HashSet<int> Piled { get; } = [];

    /// <summary>Transitions that happen in some reached marking.</summary>
    public HashSet<int> Happened { get; } = [];

    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly HashSet<int> _finishing = [];

    /// <summary>False where there were more than are looked at.</summary>
    public bool Complete { get; private set; }

    /// <summary>Whether a marking was reached and no complete run goes through it.</summary>
    public bool IsHopeless(int[] marking) => Complete && _known.TryGetValue(Key(marking), out var number) && !_finishing.Contains(number);

    public static StateSpace Explore(TokenNet net, RunPlayer player)
    {
        var space = new StateSpace { Complete = true };
        var (steps, before, states) = (new List<(int From, int To, int Transition)>(), new List<List<int>>(), new List<GameState>());
        int Number(GameState state)
        {
            var key = Key(state.Marking);
            if (!space._known.TryGetValue(key, out var number))
            {
                space._known[key] = number = states.Count;
                states.Add(state);
                before.Add([]);
            }

            return number;
        }

        // How often what happens does not matter here.
        var used = new int[net.Transitions.Count];
        var most = Math.Min(MaxStates, MaxNumbers / Math.Max(1, net.Places));
        Number(GameState.Empty(net));
        var final = -1;
        for (var at = 0; at < states.Count; at++)
        {
            if (states.Count > most)
            {
                space.Complete = false;
                break;
            }

            var state = states[at];
            var options = at == 0 ? [.. net.Transitions.Where(transition => transition.Kind == TransitionKind.Start)] : player.Moves.Next(state);
            if (options.Count == 0 && state.Tokens.Count > 0)
            {
                space.Stuck.Add(state.Marking);
            }

            foreach (var option in options)
            {
                var next = new GameState { Marking = [.. state.Marking], Tokens = [.. state.Tokens], Steps = [], Used = used };
                next.Fire(player.Game, option);
                space.Happened.Add(option.Index);
                space.Reached.UnionWith(option.Covers);
                var piled = option.Out.Where(place => next.Marking[place] > MaxTokens).ToList();
                if (piled.Count > 0)
                {
                    space.Piled.UnionWith(piled);
                    continue;
                }

                // The empty marking after a run is not the one before it.
                var to = next.Tokens.Count == 0 ? final = final < 0 ? Final() : final : Number(next);
                steps.Add((at, to, option.Index));
                before[to].Add(at);
            }
        }

        int Final()
        {
            states.Add(new GameState { Marking = new int[net.Places], Tokens = [], Steps = [], Used = [] });
            before.Add([]);
            return states.Count - 1;
        }

        if (final >= 0)
        {
            space._finishing.Add(final);
            var open = new Stack<int>([final]);
            while (open.TryPop(out var at))
            {
                foreach (var earlier in before[at].Where(space._finishing.Add))
                {
                    open.Push(earlier);
                }
            }

            space.Covered.UnionWith(steps.Where(step => space._finishing.Contains(step.To)).SelectMany(step => net.Transitions[step.Transition].Covers));
        }

        return space;
    }

    private static string Key(int[] marking) => new([.. marking.Select(tokens => (char)tokens)]);
}
