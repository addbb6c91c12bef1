using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

// Event sub-processes: offered while what they stand in is under way, triggered at most once.
internal sealed partial class FlowNet
{
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
}
