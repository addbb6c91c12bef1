namespace Conformance.Derivation.Tokens;

/// <summary>
/// Which transitions come into question next. Where tokens lie side by side, one is played at a time: in what order makes no difference to what
/// can be covered. Events that interrupt come at the last moment, so that what they interrupt is covered as far as it can be.
/// </summary>
internal sealed class Moves
{
    private readonly TokenNet _net;
    private readonly TokenGame _game;
    private readonly List<Transition> _compensations;
    private readonly List<Transition>[] _happenings;

    public Moves(TokenNet net, TokenGame game)
    {
        (_net, _game) = (net, game);
        _compensations = [.. net.Transitions.Where(transition => transition.Kind == TransitionKind.Happen && transition.In.All(place => !net.Holds[place]) && transition is { NotEmpty: < 0 })];
        _happenings = [.. Enumerable.Range(0, net.Parent.Length).Select(_ => new List<Transition>())];
        foreach (var completion in net.Transitions.Where(transition => transition.Empty >= 0 && transition.In.Length > 0))
        {
            var triggers = net.Takers[completion.In[0]].Select(index => net.Transitions[index]).Where(transition => transition.Kind == TransitionKind.Happen);
            _happenings[completion.Empty] = [.. _happenings[completion.Empty].Union(triggers)];
        }
    }

    /// <summary>Empty where nothing can happen any more.</summary>
    public List<Transition> Next(GameState state)
    {
        foreach (var transition in _compensations)
        {
            if (_game.Enabled(transition, state.Marking))
            {
                return [transition];
            }
        }

        for (var abort = 0; abort < 2; abort++)
        {
            for (var i = state.Tokens.Count - 1; i >= 0; i--)
            {
                var place = state.Tokens[i].Place;
                if (_net.Holds[place] && Of(place, state, abort > 0) is { Count: > 0 } options)
                {
                    return options;
                }
            }
        }

        if (_game.Held(0, state.Marking) > 0)
        {
            // Nothing moves, but an event may still end what is stuck.
            return [.. _happenings.SelectMany(scope => scope).Distinct().Where(transition => _game.Enabled(transition, state.Marking))];
        }

        return [.. _net.Transitions.Where(transition => transition.Empty == 0 && _game.Enabled(transition, state.Marking))];
    }

    private List<Transition> Of(int place, GameState state, bool abort)
    {
        var options = new List<Transition>();
        foreach (var index in _net.Takers[place])
        {
            var transition = _net.Transitions[index];
            var whenever = transition.Kind is not (TransitionKind.Abort or TransitionKind.Happen) || (transition.Kind == TransitionKind.Happen && transition.NotEmpty < 0 && !OfContents(transition));
            if ((abort ? transition.Kind == TransitionKind.Abort : whenever) && _game.Enabled(transition, state.Marking))
            {
                options.Add(transition);
            }
        }

        if (options.Count > 0)
        {
            AddLast(place, state, options);
        }

        return options;
    }

    // A non-interrupting event at a sub-process waits for the last moment as well, an event at a task has no other moment.
    private bool OfContents(Transition happening) =>
        _happenings.Where((list, scope) => list.Contains(happening) && Enumerable.Range(0, _net.Places).Any(place => _net.ScopeOf[place] == scope && _net.Holds[place])).Any();

    // Before a scope runs empty, whatever may happen to it is an option as well.
    private void AddLast(int place, GameState state, List<Transition> options)
    {
        var first = options[0];
        for (var scope = _net.ScopeOf[place]; scope >= 0; scope = _net.Parent[scope])
        {
            if (_happenings[scope].Count > 0 && _game.Held(scope, state.Marking) > 0 && _game.Held(scope, _game.Fire(first, state.Marking)) == 0)
            {
                options.AddRange(_happenings[scope].Where(transition => !options.Contains(transition) && _game.Enabled(transition, state.Marking)));
            }
        }
    }
}
