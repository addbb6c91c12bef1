using Conformance.Derivation.Bounds;
using Conformance.Derivation.Tokens;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>Finds what no run can cover, and says why.</summary>
internal sealed class Infeasibility(TokenNet net, RunPlayer player)
{
    private readonly List<Infeasible> _found = [];

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
            Report(obligation, forth[obligation.Index] ? NoEnd(obligation) : NoStart(obligation), true);
        }

        return back;
    }

    /// <summary>Goes through the states of the game and takes out of <paramref name="wanted"/> what no complete run covers.</summary>
    /// <param name="doubtful">What no run has covered so far.</param>
    public void Explore(bool[] wanted, List<int> doubtful)
    {
        var space = StateSpace.Explore(net, player);
        player.Known = space;
        var exact = space.Complete && net.Transitions.All(transition => transition.Kind is TransitionKind.Move or TransitionKind.Start or TransitionKind.Complete or TransitionKind.Again);
        foreach (var obligation in net.Obligations.Where(obligation => wanted[obligation.Index] && !space.Covered.Contains(obligation.Index)))
        {
            // Where the states were cut off, or only one order of events was looked at, the marking equation may still show it.
            var alone = !exact && Impossible(obligation.Index);
            if (exact || alone || space.Complete || doubtful.Contains(obligation.Index))
            {
                wanted[obligation.Index] = false;
                Report(obligation, Waiting(obligation, space), exact || alone);
            }
        }
    }

    /// <summary>Lists what the search did not cover although nothing shows that it cannot be.</summary>
    public void GiveUp(bool[] wanted, List<int> missing)
    {
        foreach (var obligation in missing)
        {
            wanted[obligation] = false;
            Report(net.Obligations[obligation], $"No run through it was found within {RunPlayer.MaxSteps} steps.", false);
        }
    }

    private bool Impossible(int obligation)
    {
        var only = new bool[net.Obligations.Count];
        only[obligation] = true;
        return MarkingProgramme.Solve(net, only) is null;
    }

    private void Report(Obligation obligation, string reason, bool proven) =>
        _found.Add(new Infeasible(obligation.Id, reason, proven, obligation.Node?.Line ?? obligation.Edge!.Line, obligation.Node?.Column ?? obligation.Edge!.Column));

    private string NoStart(Obligation obligation)
    {
        var node = obligation.Node;
        return node switch
        {
            { Kind: "intermediateThrowEvent", Trigger: EventTrigger.Link } => $"The link 「{node.TriggerName}」 has no target.",
            { Kind: "intermediateCatchEvent", Trigger: EventTrigger.Link } => $"No link 「{node.TriggerName}」 leads here.",
            { IsBoundary: true } when net.Flow.Nodes.All(host => host.Id != node.AttachedTo) => "It is attached to no activity.",
            { IsBoundary: true, Trigger: EventTrigger.Compensation } when node.Handler.Length == 0 => "No compensation handler is associated with it.",
            { IsBoundary: true, Trigger: EventTrigger.Compensation } or { ForCompensation: true } => "Nothing throws the compensation.",
            { TriggeredByEvent: true } when !net.Flow.Nodes.Any(inner => inner.Scope == node.Id && inner.IsStart) => "The event sub-process has no start event.",
            _ when CompensationOnly(obligation) => "Nothing throws the compensation.",
            _ => "No start leads here.",
        };
    }

    private bool CompensationOnly(Obligation obligation)
    {
        for (var scope = obligation.Node?.Scope ?? obligation.Edge!.Scope; scope.Length > 0;)
        {
            if (net.Flow.Nodes.Any(inner => inner.Scope == scope && inner is { IsStart: true, Trigger: EventTrigger.Compensation }))
            {
                return true;
            }

            scope = net.Flow.Nodes.First(node => node.Id == scope).Scope;
        }

        return false;
    }

    private string NoEnd(Obligation obligation)
    {
        var open = new Queue<string>([obligation.Node?.Id ?? obligation.Edge!.To]);
        var seen = new HashSet<string>(open, StringComparer.Ordinal);
        while (open.TryDequeue(out var id))
        {
            if (net.Flow.Nodes.FirstOrDefault(node => node.Id == id) is { Trigger: EventTrigger.Link, Kind: "intermediateThrowEvent" } link
                && !net.Flow.Nodes.Any(target => target is { Kind: "intermediateCatchEvent", Trigger: EventTrigger.Link } && target.TriggerName == link.TriggerName && target.Scope == link.Scope))
            {
                return $"The link 「{link.TriggerName}」 has no target.";
            }

            foreach (var edge in net.Flow.Edges.Where(edge => edge.From == id && seen.Add(edge.To)))
            {
                open.Enqueue(edge.To);
            }
        }

        return "No end is reached from here: the loop has no way out.";
    }

    private string Waiting(Obligation obligation, StateSpace space)
    {
        if (space.Piled.Count > 0)
        {
            var place = net.Flow.Edges.FirstOrDefault(edge => net.Transitions.Any(transition => transition.Out.Any(space.Piled.Contains) && transition.Nodes.Any(node => node.Id == edge.From)));
            return $"Tokens pile up without end{(place is null ? "" : $" behind 「{Name(place.From)}」")}: a split in a loop starts more than is ever joined.";
        }

        // A gateway that never opened, or that opened and was then stuck: the nearest one says why.
        var joins = net.Transitions.Where(transition => transition is { Kind: TransitionKind.Move, In.Length: > 1, Nodes: [{ Kind: "parallelGateway" }] }).ToList();
        var covering = net.Transitions.Where(transition => transition.Covers.Contains(obligation.Index)).Select(transition => transition.Index).ToList();
        var stuck = space.Stuck.Select(marking => joins.Where(join => join.In.Any(place => marking[place] > 0))).SelectMany(waiting => waiting).Distinct().ToHashSet();
        var reached = space.Reached.Contains(obligation.Index);
        var join = joins.Where(stuck.Contains).FirstOrDefault(join => reached
            ? covering.Exists(at => at == join.Index || player.Reach.After(at, join.Index))
            : covering.Exists(at => at == join.Index || player.Reach.After(join.Index, at)))
            ?? joins.Find(stuck.Contains);
        if (join is null)
        {
            var unsent = space.Stuck.SelectMany(marking => net.Transitions.Where(transition => transition.In.Any(place => net.Holds[place] && marking[place] > 0)).SelectMany(transition => transition.In.Where(place => marking[place] == 0 && net.Messages.ContainsKey(place)))).Distinct().Select(place => net.Messages[place]).ToList();
            if (unsent.Count > 0)
            {
                return $"The run waits for {string.Join(", ", unsent.Select(id => $"「{id}」"))}, a message that is not sent in it.";
            }

            return reached ? "No run that comes here is ever complete." : "No complete run comes here.";
        }

        var marking = space.Stuck.First(marking => join.In.Any(place => marking[place] > 0));
        var absent = net.Flow.Edges.Where(edge => edge.To == join.Nodes[0].Id).Where((_, i) => marking[join.In[i]] == 0).Select(edge => edge.Id);
        return $"The parallel gateway 「{Name(join.Nodes[0].Id)}」 also waits for {string.Join(", ", absent.Select(id => $"「{id}」"))}, which the same run does not take.";
    }

    private string Name(string id) => net.Flow.Nodes.FirstOrDefault(node => node.Id == id) is { Name.Length: > 0 } node ? node.Name : id;
}
