using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

/// <summary>Builds the net of a flow, node by node.</summary>
internal sealed partial class FlowNet : NetBuilder
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

    /// <summary>What a node stands in: a sub-process, or its process.</summary>
    private static string Level(FlowNode node) => node.Scope.Length > 0 ? node.Scope : node.Process;

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

    private static bool IsLinkTarget(FlowNode node) => node is { Kind: "intermediateCatchEvent", Trigger: EventTrigger.Link };
}
