using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

// What a node takes and gives when it is neither an activity with a border nor an event that throws.
internal sealed partial class FlowNet
{
    private int Message(MessageFlow message) => Place(MessagePrefix + message.Id, 0, holds: false);

    // A receiver needs one of the messages that flow to it; it has as many ways to go on.
    private IEnumerable<IReadOnlyList<int>> Received(FlowNode node) =>
        node.Kind is "receiveTask" or "intermediateCatchEvent" or "boundaryEvent" && !node.Instantiates && _received.Contains(node.Id) ? _received[node.Id].Select(message => (IReadOnlyList<int>)[Message(message)]) : [[]];

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
}
