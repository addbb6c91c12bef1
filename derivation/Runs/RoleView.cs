using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>A run as the player of any role meets it: what comes in from other lanes and pools, what it does, what goes out.</summary>
public static class RoleView
{
    /// <summary>Lanes and pools that take part in a flow, those at the other end of a message included, in the order of the file.</summary>
    public static IReadOnlyList<string> Roles(Flow flow, IReadOnlyList<Pool> pools, IReadOnlyList<Flow> flows) =>
        [.. flow.Nodes.Select(node => node.Lane).Concat(flow.Nodes.SelectMany(node => Messages(flow, node, pools, flows).Select(message => message.Other))).Where(role => role.Length > 0).Distinct()];

    /// <param name="pools">Pools of the model, black boxes included.</param>
    /// <param name="flows">Flows of the model: where messages come from and go to.</param>
    public static IReadOnlyList<Crossing> Of(FlowRun run, string role, IReadOnlyList<Pool> pools, IReadOnlyList<Flow> flows)
    {
        var met = new List<Crossing>();
        for (var at = 0; at < run.Nodes.Count; at++)
        {
            var node = run.Nodes[at];
            var inside = node.Lane == role;
            foreach (var before in run.Follows[at].Select(position => run.Nodes[position]).Where(before => before.Lane != node.Lane && (inside || before.Lane == role)))
            {
                met.Add(inside ? new Crossing(CrossingKind.Stimulus, before.Lane, node, "") : new Crossing(CrossingKind.Observation, node.Lane, node, ""));
            }

            var messages = Messages(run.Flow, node, pools, flows).Where(message => inside || message.Other == role).ToList();
            met.AddRange(messages.Where(message => message.Arrives == inside).Select(message => new Crossing(CrossingKind.Stimulus, inside ? message.Other : node.Lane, node, message.Name)));
            if (inside && (node.IsTask || node.IsEvent))
            {
                met.Add(new Crossing(CrossingKind.Work, role, node, ""));
            }

            met.AddRange(messages.Where(message => message.Arrives != inside).Select(message => new Crossing(CrossingKind.Observation, inside ? message.Other : node.Lane, node, message.Name)));
        }

        return met;
    }

    /// <summary>Whether the message arrives at the node, and the lane or pool at its other end.</summary>
    private static IEnumerable<(bool Arrives, string Other, string Name)> Messages(Flow flow, FlowNode node, IReadOnlyList<Pool> pools, IReadOnlyList<Flow> flows)
    {
        foreach (var message in flow.Messages.Where(message => message.From == node.Id || message.To == node.Id))
        {
            var arrives = message.To == node.Id;
            var end = arrives ? message.From : message.To;
            var other = flows.SelectMany(candidate => candidate.Nodes).FirstOrDefault(candidate => candidate.Id == end)?.Lane
                ?? pools.FirstOrDefault(pool => pool.Id == end)?.Name ?? end;
            yield return (arrives, other, message.Name.Length > 0 ? message.Name : message.Id);
        }
    }
}
