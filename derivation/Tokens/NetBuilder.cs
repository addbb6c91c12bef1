using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

/// <summary>Places, scopes and transitions while a net is built.</summary>
internal class NetBuilder
{
    protected const string MessagePrefix = "message:";

    private readonly List<int> _scopeOf = [];
    private readonly List<bool> _holds = [];
    private readonly List<int> _parent = [];
    private readonly List<Transition> _transitions = [];
    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _obligation = new(StringComparer.Ordinal);
    private readonly List<Obligation> _obligations = [];

    protected NetBuilder(Flow flow)
    {
        Flow = flow;
        foreach (var node in flow.Nodes)
        {
            if (_obligation.TryAdd(node.Id, _obligations.Count))
            {
                _obligations.Add(new Obligation(_obligations.Count, node.Id, node, null));
            }
        }

        foreach (var edge in flow.Edges)
        {
            if (_obligation.TryAdd(edge.Id, _obligations.Count))
            {
                _obligations.Add(new Obligation(_obligations.Count, edge.Id, null, edge));
            }
        }
    }

    protected Flow Flow { get; }

    protected int Scope(int parent)
    {
        _parent.Add(parent);
        return _parent.Count - 1;
    }

    /// <summary>The place of that name, made where there is none yet.</summary>
    protected int Place(string name, int scope, bool holds = true)
    {
        if (!_named.TryGetValue(name, out var place))
        {
            _named[name] = place = _scopeOf.Count;
            _scopeOf.Add(scope);
            _holds.Add(holds);
        }

        return place;
    }

    protected Transition Add(TransitionKind kind, IEnumerable<int> taken, IEnumerable<int> given, IEnumerable<FlowNode> nodes, IEnumerable<FlowEdge> edges)
    {
        var done = nodes.ToList();
        var transition = new Transition(_transitions.Count, kind, [.. taken], [.. given])
        {
            Nodes = done,
            Covers = [.. done.Select(node => _obligation[node.Id]).Concat(edges.Select(edge => _obligation[edge.Id])).Distinct()],
        };
        _transitions.Add(transition);
        return transition;
    }

    /// <summary>Replaces the transition added last.</summary>
    protected void Amend(Transition transition) => _transitions[transition.Index] = transition;

    protected TokenNet Finish()
    {
        return new TokenNet
        {
            Flow = Flow,
            Transitions = _transitions,
            ScopeOf = [.. _scopeOf],
            Holds = [.. _holds],
            Parent = [.. _parent],
            Obligations = _obligations,
            Messages = _named.Where(entry => entry.Key.StartsWith(MessagePrefix, StringComparison.Ordinal)).ToDictionary(entry => entry.Value, entry => entry.Key[MessagePrefix.Length..]),
            Takers = ByIndex(_scopeOf.Count, transition => transition.In),
            Covering = ByIndex(_obligations.Count, transition => transition.Covers),
        };
    }

    private int[][] ByIndex(int count, Func<Transition, int[]> of)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        foreach (var transition in _transitions)
        {
            foreach (var i in of(transition))
            {
                lists[i].Add(transition.Index);
            }
        }

        return [.. lists.Select(list => list.ToArray())];
    }
}
