using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

// Events that do more than pass on: links, terminate, errors, escalations, cancel, compensation, and who catches them.
internal sealed partial class FlowNet
{
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
            Amend(Add(TransitionKind.Abort, [.. taken, .. Around(node, caught.Host.Id), Place("active:" + caught.Host.Id, ScopeOf(caught.Host))], [.. Places(option), .. compensated], [node, handler], option) with
            {
                Clears = _scopes[caught.Host.Id],
                Decided = RunWords.Outcome(handler.Id, handler.Name),
            });
            return;
        }

        // Nobody catches it: the process ends.
        Amend(Add(TransitionKind.Abort, [.. taken, .. Around(node, "")], compensated, [node], []) with { Clears = _scopes[node.Process] });
    }

    // Every activity around it is under way, and is so no more: taking those tokens instead of only clearing them says so to the marking equation as well.
    private IEnumerable<int> Around(FlowNode node, string until)
    {
        for (var scope = node.Scope; scope != until && scope.Length > 0; scope = _byId[scope].Scope)
        {
            yield return Place("active:" + scope, ScopeOf(_byId[scope]));
        }
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
