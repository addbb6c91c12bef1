using Conformance.Derivation.Tokens;
using Conformance.Spec;
using Conformance.Spec.Flows;
using Transition = Conformance.Derivation.Tokens.Transition;

namespace Conformance.Derivation.Suites;

/// <summary>Why no run covers an element, in the words of the flow.</summary>
internal sealed class InfeasibleReasons(TokenNet net, RunPlayer player)
{
    /// <summary>Nothing leads to it.</summary>
    public Wording NoStart(Obligation obligation)
    {
        var node = obligation.Node;
        return node switch
        {
            { Kind: "intermediateThrowEvent", Trigger: EventTrigger.Link } => NoTarget(node),
            { Kind: "intermediateCatchEvent", Trigger: EventTrigger.Link } => new($"リンク「{node.TriggerName}」の出し手がない。", $"No link 「{node.TriggerName}」 leads here."),
            { IsBoundary: true } when net.Flow.Nodes.All(host => host.Id != node.AttachedTo) => new("どの作業にも付いていない。", "It is attached to no activity."),
            { IsBoundary: true, Trigger: EventTrigger.Compensation } when node.Handler.Length == 0 => new("補償の作業と結ばれていない。", "No compensation handler is associated with it."),
            { IsBoundary: true, Trigger: EventTrigger.Compensation } or { ForCompensation: true } => NotThrown,
            { TriggeredByEvent: true } when !net.Flow.Nodes.Any(inner => inner.Scope == node.Id && inner.IsStart) => new("イベントサブプロセスに開始イベントがない。", "The event sub-process has no start event."),
            _ when CompensationOnly(obligation) => NotThrown,
            _ => new("どの開始からも到達しない。", "No start leads here."),
        };
    }

    /// <summary>It leads to no end.</summary>
    public Wording NoEnd(Obligation obligation)
    {
        var open = new Queue<string>([obligation.Node?.Id ?? obligation.Edge!.To]);
        var seen = new HashSet<string>(open, StringComparer.Ordinal);
        while (open.TryDequeue(out var id))
        {
            if (net.Flow.Nodes.FirstOrDefault(node => node.Id == id) is { Trigger: EventTrigger.Link, Kind: "intermediateThrowEvent" } link
                && !net.Flow.Nodes.Any(target => target is { Kind: "intermediateCatchEvent", Trigger: EventTrigger.Link } && target.TriggerName == link.TriggerName && target.Scope == link.Scope))
            {
                return NoTarget(link);
            }

            foreach (var edge in net.Flow.Edges.Where(edge => edge.From == id && seen.Add(edge.To)))
            {
                open.Enqueue(edge.To);
            }
        }

        return new("ここからはどの終了にも到達しない。繰り返しに出口がない。", "No end is reached from here: the loop has no way out.");
    }

    /// <summary>Tokens come and go, but no run that covers it is ever complete.</summary>
    public Wording Waiting(Obligation obligation, StateSpace space)
    {
        if (space.Piled.Count > 0)
        {
            var place = net.Flow.Edges.FirstOrDefault(edge => net.Transitions.Any(transition => transition.Out.Any(space.Piled.Contains) && transition.Nodes.Any(node => node.Id == edge.From)));
            return new($"トークンが{(place is null ? "" : $"「{Name(place.From)}」の先に")}際限なくたまる。繰り返しの中の分岐が、合流するより多くの枝を始めている。",
                $"Tokens pile up without end{(place is null ? "" : $" behind 「{Name(place.From)}」")}: a split in a loop starts more than is ever joined.");
        }

        // A gateway that never opened, or that opened and was then stuck: the nearest one says why.
        var joins = net.Transitions.Where(transition => transition is { Kind: TransitionKind.Move, In.Length: > 1, Nodes: [{ Kind: "parallelGateway" }] }).ToList();
        var covering = net.Transitions.Where(transition => transition.Covers.Contains(obligation.Index)).Select(transition => transition.Index).ToList();
        var stuck = space.Stuck.SelectMany(marking => joins.Where(join => join.In.Any(place => marking[place] > 0))).ToHashSet();
        var reached = space.Reached.Contains(obligation.Index);
        var join = joins.Where(stuck.Contains).FirstOrDefault(join => reached
            ? covering.Exists(at => at == join.Index || player.Reach.After(at, join.Index))
            : covering.Exists(at => at == join.Index || player.Reach.After(join.Index, at)))
            ?? joins.Find(stuck.Contains);
        return join is not null ? Gateway(join, space) : Unsent(space) ?? (reached
            ? new("ここを通る実行は、どれも終わりまで進まない。", "No run that comes here is ever complete.")
            : new("終わりまで進む実行は、どれもここを通らない。", "No complete run comes here."));
    }

    private static Wording NotThrown { get; } = new("補償を起こすものがない。", "Nothing throws the compensation.");

    private static Wording NoTarget(FlowNode link) => new($"リンク「{link.TriggerName}」の行き先がない。", $"The link 「{link.TriggerName}」 has no target.");

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

    private Wording Gateway(Transition join, StateSpace space)
    {
        var marking = space.Stuck.First(marking => join.In.Any(place => marking[place] > 0));
        var absent = net.Flow.Edges.Where(edge => edge.To == join.Nodes[0].Id).Where((_, i) => marking[join.In[i]] == 0).Select(edge => $"「{edge.Id}」").ToList();
        var name = Name(join.Nodes[0].Id);
        return new($"並行の合流「{name}」は{string.Concat(absent)}も待つが、同じ実行はそこを通らない。",
            $"The parallel gateway 「{name}」 also waits for {string.Join(", ", absent)}, which the same run does not take.");
    }

    private Wording? Unsent(StateSpace space)
    {
        var unsent = space.Stuck
            .SelectMany(marking => net.Transitions.Where(transition => transition.In.Any(place => net.Holds[place] && marking[place] > 0)).SelectMany(transition => transition.In.Where(place => marking[place] == 0 && net.Messages.ContainsKey(place))))
            .Distinct().Select(place => $"「{net.Messages[place]}」").ToList();
        return unsent.Count == 0 ? null : new($"メッセージ{string.Concat(unsent)}を待つが、同じ実行の中では送られない。",
            $"The run waits for {string.Join(", ", unsent)}, a message that is not sent in it.");
    }

    private string Name(string id) => net.Flow.Nodes.FirstOrDefault(node => node.Id == id) is { Name.Length: > 0 } node ? node.Name : id;
}
