using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>A run as the player of one lane meets it: what enters the lane is a stimulus, what leaves it an observation.</summary>
public static class LaneView
{
    /// <summary>
    /// The exchanges of a run in one lane. An edge that enters the lane opens an exchange, unless it brings the answer to a
    /// call that the lane itself made; a decision taken in the lane opens the exchange that its outcome names.
    /// </summary>
    public static IReadOnlyList<LaneExchange> Of(FlowRun run, string lane)
    {
        var exchanges = new List<LaneExchange>();
        var decided = 0;
        string? caller = null, called = null;
        for (var at = 0; at < run.Nodes.Count; at++)
        {
            var node = run.Nodes[at];
            if (!node.IsTask && !node.IsGateway)
            {
                continue;
            }

            var inside = node.Lane == lane;
            var came = Before(run, at)?.Lane ?? "";
            if (inside && came != lane)
            {
                if (called is not null && called == came && node.Exchange.Length == 0)
                {
                    called = null;
                }
                else
                {
                    caller = came;
                    exchanges.Add(new LaneExchange(node.Exchange, came, node, []));
                }
            }
            else if (!inside && came == lane)
            {
                // Handing over to a person is no call: what the person does next is a stimulus of its own.
                called = node.Lane == caller || node.Kind is "userTask" or "manualTask" ? null : node.Lane;
                caller = node.Lane == caller ? null : caller;
            }

            if (inside && exchanges.Count > 0 && node.IsTask)
            {
                exchanges[^1].Nodes.Add(node);
            }

            // The outcomes were taken in the order in which the run meets their gateways; a loop meets one twice.
            if (decided < run.Decisions.Count && node.Decision?.Outcomes.Contains(run.Decisions[decided]) == true)
            {
                var taken = run.Decisions[decided++];
                if (inside && taken.Exchange.Length > 0)
                {
                    exchanges.Add(new LaneExchange(taken.Exchange, lane, node, []));
                }
            }
        }

        return exchanges;
    }

    // Branches that go on side by side stand one after another in the run, so the node before is not always the one it came from.
    private static FlowNode? Before(FlowRun run, int at)
    {
        while (run.Follows[at].Count > 0)
        {
            at = run.Follows[at][^1];
            if (run.Nodes[at].IsTask || run.Nodes[at].IsGateway)
            {
                return run.Nodes[at];
            }
        }

        return null;
    }
}
