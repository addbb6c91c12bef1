namespace Conformance.Derivation.Tokens;

/// <summary>The rules: which transition can happen in a marking, and what it leaves. A marking counts the tokens of each place.</summary>
internal sealed class TokenGame
{
    private readonly TokenNet _net;
    private readonly int[][] _holding;
    private readonly int[][] _within;
    private readonly Dictionary<int, bool[][]> _upstream = [];

    public TokenGame(TokenNet net)
    {
        _net = net;
        var places = Enumerable.Range(0, net.Places).ToList();
        var scopes = Enumerable.Range(0, net.Parent.Length).ToList();
        _within = [.. scopes.Select(scope => places.Where(place => net.Within(net.ScopeOf[place], scope)).ToArray())];
        _holding = [.. _within.Select(inside => inside.Where(place => net.Holds[place]).ToArray())];
    }

    /// <summary>Tokens in a scope that keep it from being complete.</summary>
    public int Held(int scope, int[] marking)
    {
        var held = 0;
        foreach (var place in _holding[scope])
        {
            held += marking[place];
        }

        return held;
    }

    public bool Enabled(Transition transition, int[] marking)
    {
        if (transition.Kind == TransitionKind.Join)
        {
            return Joins(transition, marking);
        }

        foreach (var place in transition.In)
        {
            if (marking[place] == 0)
            {
                return false;
            }
        }

        return (transition.Empty < 0 || Held(transition.Empty, marking) == 0) && (transition.NotEmpty < 0 || Held(transition.NotEmpty, marking) > 0);
    }

    /// <summary>The places from which a transition takes a token in this marking.</summary>
    public static IEnumerable<int> Taken(Transition transition, int[] marking) =>
        transition.Kind == TransitionKind.Join ? transition.In.Where(place => marking[place] > 0) : transition.In;

    public bool Clears(Transition transition, int place) => transition.Clears >= 0 && _net.Within(_net.ScopeOf[place], transition.Clears);

    /// <summary>The marking that a transition leaves.</summary>
    public int[] Fire(Transition transition, int[] marking)
    {
        var after = (int[])marking.Clone();
        Change(transition, after);
        return after;
    }

    /// <summary>Fires a transition in the marking itself.</summary>
    public void Change(Transition transition, int[] marking)
    {
        foreach (var place in transition.In)
        {
            marking[place] -= transition.Kind == TransitionKind.Join && marking[place] == 0 ? 0 : 1;
        }

        if (transition.Clears >= 0)
        {
            foreach (var place in _within[transition.Clears])
            {
                marking[place] = 0;
            }
        }

        foreach (var place in transition.Out)
        {
            marking[place]++;
        }
    }

    // BPMN 2.0, 13.4.3: it waits for a token that can still reach an empty flow of it, unless that token can also reach one that has a token.
    private bool Joins(Transition join, int[] marking)
    {
        if (!join.In.Any(place => marking[place] > 0))
        {
            return false;
        }

        if (!_upstream.TryGetValue(join.Index, out var upstream))
        {
            _upstream[join.Index] = upstream = [.. join.In.Select(place => Upstream(join, place))];
        }

        for (var place = 0; place < marking.Length; place++)
        {
            if (marking[place] > 0 && _net.Holds[place] && !join.In.Contains(place)
                && join.In.Where((incoming, i) => marking[incoming] == 0 && upstream[i][place]).Any()
                && !join.In.Where((incoming, i) => marking[incoming] > 0 && upstream[i][place]).Any())
            {
                return false;
            }
        }

        return true;
    }

    // Places from which a token can come to the given one without passing the gateway.
    private bool[] Upstream(Transition join, int place)
    {
        var before = new bool[_net.Places];
        before[place] = true;
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var transition in _net.Transitions)
            {
                if (transition.Index != join.Index && transition.Out.Any(given => before[given]))
                {
                    foreach (var taken in transition.In.Where(taken => !before[taken]))
                    {
                        grown = before[taken] = true;
                    }
                }
            }
        }

        return before;
    }
}
