using Conformance.Derivation.Suites;
using Conformance.Derivation.Tokens;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>Finds the runs of a flow in its standard: calls are gone through, and a jump goes on in the other flow.</summary>
public static class RunFinder
{
    /// <exception cref="BadInputException">Nothing in the flow can be run.</exception>
    public static IReadOnlyList<FlowRun> Find(Standard standard, Flow flow) => FindAll(standard, flow).Runs;

    /// <exception cref="BadInputException">Nothing in the flow can be run.</exception>
    public static FlowRuns FindAll(Standard standard, Flow flow)
    {
        var suite = RunSuite.Of(Calls.PutIn(standard.Flows, flow));
        if (suite.Runs.Count == 0)
        {
            throw new BadInputException(new Problem("CF2020", flow.File, 1, 1, $"The flow {flow.Id} has no run from a start to an end.", "Give it a start event and an end event that are connected."));
        }

        return new FlowRuns([.. Distinct(suite.Runs.Concat(suite.Repeats)).Select(run => Continued(standard, run with { Flow = flow }, []))], suite.Infeasible);
    }

    // The path is part of a scenario's ID, so runs that took the same decisions in another order of branches need another one.
    private static IEnumerable<FlowRun> Distinct(IEnumerable<FlowRun> runs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in runs)
        {
            var named = run;
            for (var i = 2; !seen.Add(named.Path); i++)
            {
                named = run with { Decisions = [.. run.Decisions, RunWords.Outcome("", $"#{i}")] };
            }

            yield return named;
        }
    }

    private static FlowRun Continued(Standard standard, FlowRun run, HashSet<string> jumps)
    {
        var at = run.Nodes.ToList().FindLastIndex(node => node.Jump is not null);
        if (at < 0 || run.Nodes[at].Jump is not { } jump || !jumps.Add(jump.Flow + jump.Step))
        {
            return run;
        }

        var other = Calls.PutIn(standard.Flows, standard.Flows.First(candidate => candidate.Id == jump.Flow));
        var net = FlowNet.Of(other, other.Nodes.First(node => node.Step == jump.Step).Id);
        var trail = new RunPlayer(net).Play(new int[net.Transitions.Count], new bool[net.Obligations.Count], 0, _ => true);
        if (trail is null)
        {
            return run;
        }

        var rest = Continued(standard, new TrailRuns(other, net).Run(trail), jumps);
        return run with
        {
            Nodes = [.. run.Nodes, .. rest.Nodes],
            Decisions = [.. run.Decisions, .. rest.Decisions],
            Follows = [.. run.Follows, .. rest.Follows.Select((follows, i) => (IReadOnlyList<int>)(i == 0 ? [at] : [.. follows.Select(position => position + run.Nodes.Count)]))],
            Edges = [.. run.Edges, .. rest.Edges],
        };
    }
}
