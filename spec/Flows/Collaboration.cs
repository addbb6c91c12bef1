namespace Conformance.Spec.Flows;

/// <summary>Processes of one file that send each other messages, looked at as one flow.</summary>
public static class Collaboration
{
    /// <summary>
    /// One flow per group of processes between whose nodes messages flow; none where there are none, or where two processes use the same ID. Each node says which
    /// process it is of.
    /// </summary>
    public static IReadOnlyList<Flow> Of(BpmnModel model)
    {
        var owner = model.Flows.SelectMany(flow => flow.Nodes.Select(node => (node.Id, Flow: flow))).GroupBy(entry => entry.Id).ToDictionary(group => group.Key, group => group.First().Flow, StringComparer.Ordinal);
        var messages = model.Messages.Where(message => owner.ContainsKey(message.From) && owner.ContainsKey(message.To) && owner[message.From] != owner[message.To]).ToList();
        var left = model.Flows.Where(flow => messages.Exists(message => owner[message.From] == flow || owner[message.To] == flow)).ToList();
        var found = new List<Flow>();
        while (left.Count > 0)
        {
            var group = new List<Flow> { left[0] };
            for (var i = 0; i < group.Count; i++)
            {
                group.AddRange(messages.Where(message => owner[message.From] == group[i] || owner[message.To] == group[i]).SelectMany(message => new[] { owner[message.From], owner[message.To] }).Where(flow => !group.Contains(flow)).Distinct());
            }

            left.RemoveAll(group.Contains);
            var members = model.Flows.Where(group.Contains).ToList();
            var ids = members.SelectMany(flow => flow.Nodes.Select(node => node.Id).Concat(flow.Edges.Select(edge => edge.Id))).ToList();
            if (ids.Distinct().Count() == ids.Count)
            {
                found.Add(new Flow(string.Join('+', members.Select(flow => flow.Id)), "", model.File,
                    [.. members.SelectMany(flow => flow.Nodes.Select(node => node with { Process = flow.Id }))], [.. members.SelectMany(flow => flow.Edges)])
                {
                    Loose = [.. members.SelectMany(flow => flow.Loose)],
                    Messages = model.Messages,
                    Lanes = [.. members.SelectMany(flow => flow.Lanes)],
                });
            }
        }

        return found;
    }
}
