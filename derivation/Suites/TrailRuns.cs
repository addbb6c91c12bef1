using Conformance.Derivation.Runs;
using Conformance.Derivation.Tokens;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>Says what the token game did in the words of the flow.</summary>
internal sealed class TrailRuns(Flow flow, TokenNet net)
{
    private readonly IReadOnlyList<FlowEdge> _back = LoopEdges.Of(flow);

    public FlowRun Run(Trail trail)
    {
        var (nodes, follows, edges, decisions) = (new List<FlowNode>(), new List<IReadOnlyList<int>>(), new List<string>(), new List<DecisionOutcome>());

        // For each step the positions of the nodes that its tokens come from.
        var origin = new List<IReadOnlyList<int>>();
        foreach (var step in trail.Steps)
        {
            var transition = net.Transitions[step.Transition];
            IReadOnlyList<int> from = [.. step.Before.SelectMany(before => origin[before]).Distinct().Order()];
            foreach (var node in transition.Nodes)
            {
                follows.Add(from);
                from = [nodes.Count];
                nodes.Add(node);
            }

            origin.Add(from);
            edges.AddRange(transition.Covers.Select(obligation => net.Obligations[obligation].Edge).OfType<FlowEdge>().Select(edge => edge.Id));
            if (transition.Decided is { } decided)
            {
                decisions.Add(decided);
            }
        }

        return new FlowRun(flow, nodes, decisions)
        {
            Follows = follows,
            Edges = edges,
            Loops = [.. Rounds(nodes, edges).Where(loop => loop.Rounds > 0)],
        };
    }

    private IEnumerable<LoopRounds> Rounds(List<FlowNode> nodes, List<string> edges) =>
        _back.Select(back => new LoopRounds(back.Id, edges.Count(edge => edge == back.Id)))
            .Concat(flow.Nodes.Where(node => node.Repetition != Repetition.None).Select(node => new LoopRounds(node.Id, nodes.Count(done => done.Id == node.Id))));
}
