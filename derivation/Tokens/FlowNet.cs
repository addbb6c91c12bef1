using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

/// <summary>Builds the net of a flow, node by node.</summary>
internal sealed class FlowNet : NetBuilder
{
    private readonly ILookup<string, FlowNode> _inside;
    private readonly ILookup<string, FlowEdge> _leaving;
    private readonly ILookup<string, FlowEdge> _entering;
    private readonly ILookup<string, FlowNode> _borders;
    private readonly Dictionary<string, FlowNode> _byId;
    private readonly Dictionary<string, int> _scopes = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _joinOf;
    private readonly HashSet<string> _paired;
    private readonly string? _from;
    private readonly bool _compensates;
    private readonly ILookup<string, MessageFlow> _sent;
    private readonly ILookup<string, MessageFlow> _received;

    private FlowNet(Flow flow, string? from)
        : base(flow)
    {
        _from = from;
        var nodes = flow.Nodes.GroupBy(node => node.Id).Select(group => group.First()).ToList();
        _byId = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        _joinOf = from is null ? Pairs.Of(flow) : new Dictionary<string, string>();
        _paired = [.. _joinOf.Values.Where(join => _byId[join].Kind != "parallelGateway")];
        _inside = nodes.ToLookup(Level);

        // Only where both ends stand in the flow: other messages are taken to arrive, and nobody waits for those that are sent.
        var messages = flow.Messages.Where(message => _byId.TryGetValue(message.From, out var sender) && _byId.TryGetValue(message.To, out var receiver) && sender.Process != receiver.Process).ToList();
        _sent = messages.ToLookup(message => message.From);
        _received = messages.Where(message => !flow.Messages.Any(other => other.To == message.To && !messages.Contains(other))).ToLookup(message => message.To);
        _leaving = flow.Edges.ToLookup(edge => edge.From);
        _entering = flow.Edges.ToLookup(edge => edge.To);
        _borders = nodes.Where(node => node.IsBoundary).ToLookup(node => node.AttachedTo);
        _compensates = nodes.Any(node => !node.IsBoundary && !node.IsStart && node.Trigger is EventTrigger.Compensation or EventTrigger.Cancel);
    }

    /// <param name="from">ID of the node where runs begin instead of at the start; null for the start.</param>
    public static TokenNet Of(Flow flow, string? from = null) => new FlowNet(flow, from).Build();

    private TokenNet Build()
    {
        var root = Scope(-1);
        var processes = _byId.Values.Select(node => node.Process).Distinct().ToList();
        foreach (var process in processes)
        {
            _scopes[process] = processes.Count == 1 ? root : Scope(root);
            MakeScopes(process, _scopes[process]);
        }

        var begun = Place("", root, holds: false);
        if (processes.Count == 1)
        {
            Begin(processes[0], begun);
        }
        else
        {
            BeginTogether(processes, begun);
        }

        foreach (var node in _byId.Values)
        {
            Node(node);
        }

        foreach (var process in processes)
        {
            EventSubProcesses(process, begun);
        }

        Amend(Add(TransitionKind.Complete, [begun], [], [], []) with { Empty = root, Clears = root });
        return Finish();
    }

    private void Begin(string process, int begun)
    {
        var starts = _from is null ? Beginnings(process) : [[_byId[_from]]];
        foreach (var together in starts)
        {
            foreach (var (given, edges, decided) in Begun(together, starts.Count > 1))
            {
                Amend(Add(TransitionKind.Start, [], [begun, .. given, .. Offers(process)], together.Where(node => !Waits(node)), edges) with { Decided = decided });
            }
        }
    }

    // Every process begins by itself, unless a message of another one begins it.
    private void BeginTogether(List<string> processes, int begun)
    {
        var (given, later) = (new List<int>(), new List<Action>());
        foreach (var process in processes)
        {
            var starts = Beginnings(process);
            var called = starts.Where(together => together is [var node] && (node.IsStart || node.Instantiates) && _received.Contains(node.Id)).ToList();
            var own = starts.Except(called).ToList();
            given.AddRange(Offers(process));
            foreach (var (node, (places, edges, _)) in called.SelectMany(together => Begun(together, false).Select(begins => (together[0], begins))))
            {
                later.AddRange(_received[node.Id].Select(message => (Action)(() => Amend(Add(TransitionKind.Happen, [Message(message)], places, node.IsStart ? [node] : [], edges) with { Decided = called.Count + own.Count > 1 ? RunWords.Outcome(node.Id, node.Name) : null }))));
            }

            if (own.Count == 0)
            {
                continue;
            }

            var begin = Place("begin:" + process, _scopes[process]);
            given.Add(begin);
            foreach (var together in own)
            {
                later.AddRange(Begun(together, own.Count + called.Count > 1).Select(begins => (Action)(() => Amend(Add(TransitionKind.Move, [begin], begins.Given, together.Where(node => !Waits(node)), begins.Edges) with { Decided = begins.Decided }))));
            }

            if (called.Count > 0)
            {
                later.Add(() => Add(TransitionKind.Move, [begin], [], [], []));
            }
        }

        Add(TransitionKind.Start, [], [begun, .. given], [], []);
        later.ForEach(add => add());
    }

    /// <summary>What a node stands in: a sub-process, or its process.</summary>
    private static string Level(FlowNode node) => node.Scope.Length > 0 ? node.Scope : node.Process;

    private int Message(MessageFlow message) => Place(MessagePrefix + message.Id, 0, holds: false);

    // A receiver needs one of the messages that flow to it; it has as many ways to go on.
    private IEnumerable<IReadOnlyList<int>> Received(FlowNode node) =>
        node.Kind is "receiveTask" or "intermediateCatchEvent" or "boundaryEvent" && !node.Instantiates && _received.Contains(node.Id) ? _received[node.Id].Select(message => (IReadOnlyList<int>)[Message(message)]) : [[]];

    private void MakeScopes(string id, int scope)
    {
        foreach (var node in _inside[id])
        {
            if (Waits(node) && (node.IsSubProcess || HasBorder(node)))
            {
                _scopes[node.Id] = Scope(scope);
                if (node.IsSubProcess)
                {
                    MakeScopes(node.Id, _scopes[node.Id]);
                }
            }
        }
    }

    // A start event is over as soon as it happens; everything else gets a token first.
    private static bool Waits(FlowNode node) => !node.IsStart;

    private bool HasBorder(FlowNode node) => _borders.Contains(node.Id) || node.Repetition != Repetition.None || HasContents(node);

    private bool HasContents(FlowNode node) => node.IsSubProcess && _inside[node.Id].Any();

    private int ScopeOf(FlowNode node) => _scopes[Level(node)];

    // Where a token waits for its node.
    private int At(FlowNode node) => _entering[node.Id].Take(2).ToList() is [var only] ? Place(only.Id, ScopeOf(node)) : Place("at:" + node.Id, ScopeOf(node));

    private IEnumerable<int> Places(IEnumerable<FlowEdge> edges) => edges.Select(edge => Place(edge.Id, ScopeOf(_byId[edge.From])));

    /// <summary>The nodes that begin a process or sub-process: one of several, or, where it has no start event, all at once.</summary>
    private List<IReadOnlyList<FlowNode>> Beginnings(string id)
    {
        bool Entered(FlowNode node) => _entering.Contains(node.Id) || node.IsBoundary || node.TriggeredByEvent || node.ForCompensation || IsLinkTarget(node);
        var sources = _inside[id].Where(node => !Entered(node)).ToList();
        var adHoc = _byId.TryGetValue(id, out var container) && container.Kind == "adHocSubProcess";
        return !adHoc && sources.Any(node => node.IsStart || node.Instantiates) ? [.. sources.Select(node => new[] { node })] : sources.Count > 0 ? [sources] : [];
    }

    private IEnumerable<(IReadOnlyList<int> Given, IReadOnlyList<FlowEdge> Edges, DecisionOutcome? Decided)> Begun(IReadOnlyList<FlowNode> together, bool several)
    {
        var decided = several ? RunWords.Outcome(together[0].Id, together[0].Name) : null;
        if (together is not [{ IsStart: true } start])
        {
            // Start events among nodes that begin together pass at once as well.
            var edges = together.Where(node => node.IsStart).SelectMany(node => _leaving[node.Id]).ToList();
            yield return ([.. together.Where(Waits).Select(At), .. Places(edges)], edges, decided);
            yield break;
        }

        var options = Branching.Options(start, [.. _leaving[start.Id]]);
        foreach (var option in options)
        {
            yield return ([.. Places(option)], option, decided ?? (options.Count > 1 ? RunWords.Outcome(option) : null));
        }
    }

    private static bool IsLinkTarget(FlowNode node) => node is { Kind: "intermediateCatchEvent", Trigger: EventTrigger.Link };

    private void Node(FlowNode node)
    {
        if (!Waits(node) || node.TriggeredByEvent || node.IsBoundary)
        {
            return;
        }

        var entering = _entering[node.Id].ToList();
        var at = At(node);
        var joins = entering.Count > 1 && node.Kind is "parallelGateway" or "inclusiveGateway" or "complexGateway";
        if (entering.Count > 1 && !joins)
        {
            foreach (var edge in entering)
            {
                Add(TransitionKind.Move, Places([edge]), [at], [], []);
            }
        }

        if (joins && node.Kind != "parallelGateway")
        {
            Add(TransitionKind.Join, Places(entering), [at], [], []);
        }

        IReadOnlyList<int> taken = joins && node.Kind == "parallelGateway" ? [.. Places(entering)] : _paired.Contains(node.Id) ? [at, Pair(node.Id)] : [at];
        if (node.Trigger != EventTrigger.None && node.Kind is "endEvent" or "intermediateThrowEvent" && Throws(node, taken))
        {
            return;
        }

        if (!_scopes.TryGetValue(node.Id, out var scope) || !HasBorder(node))
        {
            foreach (var message in Received(node))
            {
                Leave(TransitionKind.Move, node, [.. taken, .. message], [node], -1, _joinOf.TryGetValue(node.Id, out var join) && _byId[join].Kind != "parallelGateway" ? [Pair(join)] : []);
            }

            return;
        }

        Activity(node, taken, scope);
    }

    // A token for each time that the split of an inclusive join was passed.
    private int Pair(string join) => Place("pair:" + join, ScopeOf(_byId[join]));

    private void Leave(TransitionKind kind, FlowNode node, IReadOnlyList<int> taken, IReadOnlyList<FlowNode> done, int scope, IReadOnlyList<int> extra)
    {
        var leaving = _leaving[node.Id].ToList();
        var options = Branching.Options(node, leaving);
        foreach (var option in options)
        {
            Amend(Add(kind, taken, [.. Places(option), .. extra, .. _sent[node.Id].Select(Message)], done, option) with
            {
                Clears = scope,
                Empty = scope,
                Decided = leaving.Count < 2 || options.Count < 2 ? null
                    : option.Count == 1 && node.Decision?.Outcomes.FirstOrDefault(outcome => outcome.Edge == option[0].Id) is { } outcome ? outcome : RunWords.Outcome(option),
            });
        }
    }

    private void Activity(FlowNode node, IReadOnlyList<int> taken, int scope)
    {
        var active = Place("active:" + node.Id, ScopeOf(node));
        var borders = _borders[node.Id].Where(border => border.Trigger != EventTrigger.Compensation).ToList();
        IReadOnlyList<int> offers = [.. Offers(node.Id), .. borders.Where(border => !border.Interrupting).Select(border => Offer(border, scope)), .. node.Repetition == Repetition.None ? [] : new[] { Place("again:" + node.Id, scope, holds: false) }];
        var beginnings = HasContents(node) ? Beginnings(node.Id) : [];
        foreach (var (together, message) in (beginnings.Count > 0 ? beginnings : [[]]).SelectMany(together => Received(node).Select(message => (together, message))))
        {
            foreach (var (given, edges, decided) in together.Count == 0 ? [([], [], null)] : Begun(together, beginnings.Count > 1))
            {
                Amend(Add(TransitionKind.Move, [.. taken, .. message], [active, .. given, .. offers], [node, .. together.Where(inner => !Waits(inner))], edges) with { Decided = decided });
                if (node.Repetition != Repetition.None)
                {
                    // Once more when its contents are done, through the same beginning.
                    Amend(Add(TransitionKind.Again, [active, Place("again:" + node.Id, scope, holds: false)], [active, .. given], [node, .. together.Where(inner => !Waits(inner))], edges) with { Empty = scope });
                }
            }
        }

        var compensated = _borders[node.Id].Where(border => border.Trigger == EventTrigger.Compensation).ToList();
        IReadOnlyList<int> extra = [.. compensated.Select(border => Place("done:" + border.Id, 0, holds: false)), .. _inside[node.Id].Where(inner => IsCompensation(inner)).Select(inner => Place("done:" + inner.Id, 0, holds: false))];
        Leave(TransitionKind.Complete, node, [active], [], scope, extra);
        foreach (var border in borders)
        {
            Border(border, node, active, scope);
        }

        foreach (var border in compensated)
        {
            Compensated(border);
        }

        if (node.IsSubProcess)
        {
            EventSubProcesses(node.Id, active);
        }
    }

    private void Border(FlowNode border, FlowNode host, int active, int scope)
    {
        var options = Branching.Options(border, [.. _leaving[border.Id]]);
        foreach (var (option, message) in options.SelectMany(option => Received(border).Select(message => (option, message))))
        {
            Amend(Add(TransitionKind.Happen, border.Interrupting ? [active, .. message] : [active, Offer(border, scope), .. message], border.Interrupting ? Places(option) : [active, .. Places(option)], [border], option) with
            {
                Clears = border.Interrupting ? scope : -1,
                NotEmpty = border.Interrupting && HasContents(host) ? scope : -1,
                Decided = RunWords.Outcome(border.Id, border.Name, options.Count > 1 ? option : []),
            });
        }
    }

    private void Compensated(FlowNode border)
    {
        if (_byId.TryGetValue(border.Handler, out var handler) && _compensates)
        {
            Amend(Add(TransitionKind.Happen, [Place("done:" + border.Id, 0, holds: false), Place("compensate:" + border.Id, 0, holds: false)], [At(handler)], [border], []) with { Decided = RunWords.Outcome(border.Id, border.Name) });
        }
    }

    private bool IsCompensation(FlowNode node) => node.TriggeredByEvent && _inside[node.Id].Any(inner => inner is { IsStart: true, Trigger: EventTrigger.Compensation });

    private static string OfferName(FlowNode node) => "offer:" + node.Id;

    private int Offer(FlowNode node, int scope) => Place(OfferName(node), scope, holds: false);

    // An event sub-process is triggered at most once while what it stands in is under way.
    private IEnumerable<int> Offers(string id) => _inside[id].Where(node => node.TriggeredByEvent).Select(node => Offer(node, _scopes[id]));

    private void EventSubProcesses(string id, int active)
    {
        foreach (var node in _inside[id].Where(node => node.TriggeredByEvent))
        {
            var (scope, outer) = (_scopes[node.Id], _scopes[id]);
            var under = Place("active:" + node.Id, outer);
            foreach (var start in _inside[node.Id].Where(inner => inner.IsStart && !_entering.Contains(inner.Id)))
            {
                foreach (var option in Branching.Options(start, [.. _leaving[start.Id]]))
                {
                    var given = Places(option).Prepend(under).Concat(Offers(node.Id)).ToList();
                    var decided = RunWords.Outcome(start.Id, start.Name.Length > 0 ? start.Name : node.Name);
                    if (start.Trigger == EventTrigger.Compensation)
                    {
                        Amend(Add(TransitionKind.Happen, [Place("done:" + node.Id, 0, holds: false), Place("compensate:" + node.Id, 0, holds: false)], given, [node, start], option) with { Decided = decided });
                    }

                    if (start.Trigger != EventTrigger.Compensation || !_compensates)
                    {
                        if (start.Trigger == EventTrigger.Compensation)
                        {
                            continue;
                        }

                        Amend(Add(TransitionKind.Happen, [active, Offer(node, outer)], [active, .. given], [node, start], option) with
                        {
                            Clears = start.Interrupting ? outer : -1,
                            NotEmpty = outer,
                            Decided = decided,
                        });
                    }
                }
            }

            Amend(Add(TransitionKind.Complete, [under], [], [], []) with { Empty = scope, Clears = scope });
        }
    }

    /// <summary>What an end event or a throwing event does. False where it only passes on.</summary>
    private bool Throws(FlowNode node, IReadOnlyList<int> taken)
    {
        var leaving = _leaving[node.Id].ToList();
        switch (node.Trigger)
        {
            case EventTrigger.Link when node.Kind == "intermediateThrowEvent":
                var targets = _inside[Level(node)].Where(target => IsLinkTarget(target) && target.TriggerName == node.TriggerName).ToList();
                foreach (var target in targets)
                {
                    Amend(Add(TransitionKind.Move, taken, [At(target)], [node], []) with { Decided = targets.Count > 1 ? RunWords.Outcome(target.Id, target.Name) : null });
                }

                return true;
            case EventTrigger.Terminate:
                Amend(Add(TransitionKind.Abort, taken, [], [node], []) with { Clears = ScopeOf(node) });
                return true;
            case EventTrigger.Error or EventTrigger.Cancel:
                Caught(node, taken, node.Trigger);
                return true;
            case EventTrigger.Escalation when Handlers(node, EventTrigger.Escalation).FirstOrDefault() is { Handler: not null } caught:
                if (caught.Handler.Interrupting)
                {
                    Caught(node, taken, EventTrigger.Escalation);
                }
                else
                {
                    var raised = _leaving[caught.Handler.Id].ToList();
                    Add(TransitionKind.Move, taken, [.. Places(leaving), .. Places(raised)], [node, caught.Handler], [.. leaving, .. raised]);
                }

                return true;
            case EventTrigger.Compensation:
                Add(TransitionKind.Move, taken, [.. Places(leaving), .. Compensations(node.TriggerName)], [node], leaving);
                return true;
            default:
                return false;
        }
    }

    private void Caught(FlowNode node, IReadOnlyList<int> taken, EventTrigger trigger)
    {
        var compensated = trigger == EventTrigger.Cancel ? Compensations("") : [];
        if (Handlers(node, trigger).FirstOrDefault() is { Handler: { } handler } caught)
        {
            var option = _leaving[handler.Id].ToList();
            Amend(Add(TransitionKind.Abort, [.. taken, Place("active:" + caught.Host.Id, ScopeOf(caught.Host))], [.. Places(option), .. compensated], [node, handler], option) with
            {
                Clears = _scopes[caught.Host.Id],
                Decided = RunWords.Outcome(handler.Id, handler.Name),
            });
            return;
        }

        // Nobody catches it: the process ends.
        Amend(Add(TransitionKind.Abort, taken, compensated, [node], []) with { Clears = _scopes[node.Process] });
    }

    private IEnumerable<(FlowNode Host, FlowNode Handler)> Handlers(FlowNode node, EventTrigger trigger)
    {
        for (var scope = node.Scope; scope.Length > 0; scope = _byId[scope].Scope)
        {
            foreach (var border in _borders[scope].Where(border => border.Trigger == trigger && (border.TriggerName.Length == 0 || border.TriggerName == node.TriggerName)).OrderByDescending(border => border.TriggerName.Length > 0))
            {
                yield return (_byId[scope], border);
            }
        }
    }

    private IEnumerable<int> Compensations(string activity) =>
        _byId.Values.Where(node => (node is { IsBoundary: true, Trigger: EventTrigger.Compensation } && (activity.Length == 0 || node.AttachedTo == activity || _byId.GetValueOrDefault(node.AttachedTo)?.Scope == activity))
                || (IsCompensation(node) && (activity.Length == 0 || node.Scope == activity)))
            .Select(node => Place("compensate:" + node.Id, 0, holds: false));
}
