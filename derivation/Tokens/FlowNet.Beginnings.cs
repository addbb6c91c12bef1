using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

// How processes and sub-processes begin: one start of several, or everything that nothing leads to.
internal sealed partial class FlowNet
{
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
}
