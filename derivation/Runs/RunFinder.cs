using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>
/// Finds a smallest set of runs that takes every sequence flow of a flow. Runs are enumerated (a loop is entered at most
/// once) and a smallest cover is searched exhaustively, which is exact for the sizes that <see cref="MaxRuns"/> admits.
/// </summary>
public static class RunFinder
{
    /// <summary>More runs than this in one flow are a problem rather than a silent sample.</summary>
    public const int MaxRuns = 512;

    /// <exception cref="BadInputException">An implicit parallel split, no end, or too many runs.</exception>
    public static IReadOnlyList<FlowRun> Find(Standard standard, Flow flow)
    {
        var problems = new List<Problem>();
        var starts = flow.Nodes.Where(node => !flow.Entering(node).Any()).ToList();
        var candidates = starts.SelectMany(start => From(standard, flow, start, [], problems)).ToList();
        if (candidates.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Problem("CF2020", flow.File, 1, 1, $"The flow {flow.Id} has no run from a start to an end.", "Give it a start event and an end event."));
        }

        if (problems.Count > 0)
        {
            throw new BadInputException(problems.Distinct().ToList());
        }

        return [.. Smallest(flow, candidates).Select(trace => new FlowRun(flow, trace.Nodes, trace.Decisions))];
    }

    private sealed record Trace(IReadOnlyList<FlowNode> Nodes, IReadOnlyList<FlowEdge> Edges, IReadOnlyList<DecisionOutcome> Decisions);

    private static List<Trace> From(Standard standard, Flow flow, FlowNode start, HashSet<string> jumps, List<Problem> problems)
    {
        var found = new List<Trace>();

        void Walk(FlowNode node, List<FlowNode> nodes, List<FlowEdge> edges, List<DecisionOutcome> decisions)
        {
            if (found.Count > MaxRuns)
            {
                return;
            }

            nodes.Add(node);
            var leaving = flow.Leaving(node).ToList();
            if (node.Jump is { } jump && jumps.Add(jump.Flow + jump.Step))
            {
                var other = standard.Flows.First(candidate => candidate.Id == jump.Flow);
                foreach (var rest in From(standard, other, other.Nodes.First(target => target.Step == jump.Step), jumps, problems))
                {
                    found.Add(new Trace([.. nodes, .. rest.Nodes], [.. edges], [.. decisions, .. rest.Decisions]));
                }

                jumps.Remove(jump.Flow + jump.Step);
            }
            else if (leaving.Count == 0)
            {
                found.Add(new Trace([.. nodes], [.. edges], [.. decisions]));
            }
            else if (leaving.Count > 1 && node.Kind != "exclusiveGateway")
            {
                problems.Add(new Problem("CF2012", flow.File, node.Line, node.Column, $"「{node.Name}」 has {leaving.Count} outgoing flows and is no exclusive gateway.", "Put a gateway behind it."));
            }
            else
            {
                foreach (var edge in leaving.Where(edge => !edges.Contains(edge)))
                {
                    var outcome = node.Decision?.Outcomes.FirstOrDefault(candidate => candidate.Edge == edge.Id) ?? (leaving.Count > 1 ? Unnamed(edge) : null);
                    Walk(flow.Node(edge.To), [.. nodes], [.. edges, edge], outcome is null ? decisions : [.. decisions, outcome]);
                }
            }
        }

        Walk(start, [], [], []);
        if (found.Count > MaxRuns)
        {
            problems.Add(new Problem("CF2021", flow.File, 1, 1, $"The flow {flow.Id} has more than {MaxRuns} runs.", "Split it with call activities."));
        }

        return found;
    }

    // Nobody said who decides and on what, but the path of the run must say which way it went.
    private static DecisionOutcome Unnamed(FlowEdge edge) => new(edge.Id, edge.Name.Length > 0 ? edge.Name : edge.Id, "", []);

    private static List<Trace> Smallest(Flow flow, List<Trace> candidates)
    {
        var wanted = flow.Edges.Select(edge => edge.Id).ToHashSet(StringComparer.Ordinal);
        wanted.IntersectWith(candidates.SelectMany(trace => trace.Edges).Select(edge => edge.Id));

        // A run that alone takes some edge is in every cover. In a tree these are all, and nothing is left to search.
        var sole = candidates.SelectMany(trace => trace.Edges.Select(edge => edge.Id).Distinct().Select(edge => (edge, trace)))
            .GroupBy(pair => pair.edge).Where(takers => takers.Count() == 1).Select(takers => takers.Single().trace).ToHashSet(ReferenceEqualityComparer.Instance);
        var left = candidates.Where(trace => !sole.Contains(trace)).ToList();
        wanted.ExceptWith(candidates.Where(sole.Contains).SelectMany(trace => trace.Edges).Select(edge => edge.Id));
        for (var size = sole.Count == 0 ? 1 : 0; size <= left.Count; size++)
        {
            if (Choose(left, 0, size, [], wanted) is { } chosen)
            {
                return [.. candidates.Where(trace => sole.Contains(trace) || chosen.Contains(trace))];
            }
        }

        return candidates;
    }

    private static List<Trace>? Choose(List<Trace> candidates, int from, int left, List<Trace> chosen, HashSet<string> wanted)
    {
        if (left == 0)
        {
            return wanted.IsSubsetOf(chosen.SelectMany(trace => trace.Edges).Select(edge => edge.Id)) ? chosen : null;
        }

        for (var i = from; i <= candidates.Count - left; i++)
        {
            if (Choose(candidates, i + 1, left - 1, [.. chosen, candidates[i]], wanted) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
