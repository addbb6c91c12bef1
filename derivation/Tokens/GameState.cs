namespace Conformance.Derivation.Tokens;

/// <summary>A game under way. The token that was put down last is played first, so that what belongs together stays together.</summary>
internal sealed class GameState
{
    public required int[] Marking { get; init; }

    /// <summary>Places of the tokens, oldest first, each with the step that put it there.</summary>
    public required List<(int Place, int Step)> Tokens { get; init; }

    public required List<TrailStep> Steps { get; init; }

    /// <summary>How often each transition happened.</summary>
    public required int[] Used { get; init; }

    public static GameState Empty(TokenNet net) => new() { Marking = new int[net.Places], Tokens = [], Steps = [], Used = new int[net.Transitions.Count] };

    /// <summary>The game as it was after some of its steps.</summary>
    public GameState Back(TokenNet net, TokenGame game, int steps)
    {
        var state = Empty(net);
        for (var i = 0; i < steps; i++)
        {
            state.Fire(game, net.Transitions[Steps[i].Transition]);
        }

        return state;
    }

    public void Fire(TokenGame game, Transition transition)
    {
        var before = new List<int>();
        foreach (var place in TokenGame.Taken(transition, Marking))
        {
            var at = Tokens.FindLastIndex(token => token.Place == place);
            before.Add(Tokens[at].Step);
            Tokens.RemoveAt(at);
        }

        Tokens.RemoveAll(token => game.Clears(transition, token.Place));
        game.Change(transition, Marking);
        Used[transition.Index]++;
        Steps.Add(new TrailStep(transition.Index, [.. before.Where(step => step >= 0).Distinct().Order()]));
        foreach (var place in transition.Out.Reverse())
        {
            Tokens.Add((place, Steps.Count - 1));
        }
    }
}
