using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

// Activities with events at their border, contents or a marker: a scope, and a place that says that it is under way.
internal sealed partial class FlowNet
{
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
}
