using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

/// <summary>
/// Splits and joins that belong together: everything that leaves the split comes to the join and nothing else does, and what splits in between is
/// joined in between. Such a join opens once for each time that its split did, which the marking equation alone does not know of an inclusive one.
/// </summary>
internal sealed class Pairs
{
    private readonly Flow _flow;
    private readonly ILookup<string, FlowEdge> _leaving;
    private readonly ILookup<string, FlowEdge> _entering;
    private readonly Dictionary<string, FlowNode> _byId;
    private readonly ILookup<string, FlowNode> _borders;
    private readonly Dictionary<string, string> _joinOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _joins = new(StringComparer.Ordinal);

    private Pairs(Flow flow)
    {
        _flow = flow;
        _leaving = flow.Edges.ToLookup(edge => edge.From);
        _entering = flow.Edges.ToLookup(edge => edge.To);
        _byId = flow.Nodes.GroupBy(node => node.Id).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _borders = flow.Nodes.Where(node => node.IsBoundary).ToLookup(node => node.AttachedTo);
    }

    /// <summary>IDs of splits with those of their joins. Empty where the flow has no inclusive join.</summary>
    public static IReadOnlyDictionary<string, string> Of(Flow flow)
    {
        var pairs = new Pairs(flow);
        var splits = flow.Nodes.Where(node => pairs.Splits(node) && node.IsGateway).ToList();
        if (!flow.Nodes.Any(node => pairs.Joins(node) && node.Kind != "parallelGateway"))
        {
            return pairs._joinOf;
        }

        // Inner ones first: each round finds those whose insides have been found.
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var split in splits.Where(split => !pairs._joinOf.ContainsKey(split.Id)))
            {
                if (flow.Nodes.FirstOrDefault(join => join.Scope == split.Scope && pairs.Joins(join) && !pairs._joins.Contains(join.Id) && (join.Kind == "parallelGateway") == (split.Kind == "parallelGateway") && pairs.Match(split, join)) is { } found)
                {
                    pairs._joinOf[split.Id] = found.Id;
                    grown = pairs._joins.Add(found.Id);
                }
            }
        }

        return pairs._joinOf;
    }

    private bool Splits(FlowNode node) => _leaving[node.Id].Skip(1).Any() && node.Kind is not ("exclusiveGateway" or "eventBasedGateway");

    private bool Joins(FlowNode node) => _entering[node.Id].Skip(1).Any() && node.Kind is "parallelGateway" or "inclusiveGateway" or "complexGateway";

    private bool Match(FlowNode split, FlowNode join)
    {
        if (split.Id == join.Id || Joins(split) || Splits(join))
        {
            return false;
        }

        var inside = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(_leaving[split.Id].Select(edge => edge.To).Where(to => to != join.Id && inside.Add(to)).ToList());
        while (open.TryPop(out var id))
        {
            var node = _byId[id];
            if (id == split.Id || !_leaving[id].Any() || node.Trigger is not (EventTrigger.None or EventTrigger.Message or EventTrigger.Timer or EventTrigger.Signal or EventTrigger.Conditional)
                || _borders[id].Any() || node.IsSubProcess || (Splits(node) && !_joinOf.ContainsKey(id)) || (Joins(node) && !_joins.Contains(id)))
            {
                return false;
            }

            foreach (var to in _leaving[id].Select(edge => edge.To).Where(to => to != join.Id && inside.Add(to)))
            {
                open.Push(to);
            }
        }

        return inside.Append(join.Id).All(id => _entering[id].All(edge => edge.From == split.Id || inside.Contains(edge.From)));
    }
}
