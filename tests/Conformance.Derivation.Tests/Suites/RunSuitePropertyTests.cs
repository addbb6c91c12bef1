using Conformance.Derivation.Runs;
using Conformance.Derivation.Suites;
using Conformance.Spec.Flows;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Derivation.Tests.Suites;

public sealed class RunSuitePropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(31, 2023);

    [Fact]
    public void A_block_structured_flow_needs_as_many_runs_as_its_structure_says_and_that_is_proven() =>
        Check.One(Thorough, Prop.ForAll(RandomFlows.Structured.ToArbitrary(), entry =>
        {
            var suite = RunSuite.Of(entry.Flow);
            return (suite.Proven && suite.Runs.Count == entry.Runs && suite.Infeasible.Count == 0 && Covered(suite).SetEquals(All(entry.Flow)) && suite.Runs.Concat(suite.Repeats).All(run => Balanced(entry.Flow, run)))
                .Label($"{suite.Runs.Count} runs, bound {suite.Bound}, {entry.Runs} expected, {suite.Infeasible.Count} infeasible: {Sketch.Text(entry.Flow)}");
        }));

    [Fact]
    public void Where_there_are_only_decisions_runs_are_walks() =>
        Check.One(Thorough, Prop.ForAll(RandomFlows.Unstructured("xor").ToArbitrary(), flow =>
        {
            // Two algorithms that share nothing must agree.
            var (runs, walks) = (RunSuite.Of(flow), WalkSuite.Of(flow, Criterion.Edges));
            return (runs.Proven && runs.Bound == walks.Bound && runs.Infeasible.Select(element => element.Element).ToHashSet().SetEquals(walks.Infeasible.Select(element => element.Element)))
                .Label($"{runs.Runs.Count} runs, bound {runs.Bound}, {walks.Bound} walks, infeasible {string.Join(' ', runs.Infeasible)} and {string.Join(' ', walks.Infeasible)}: {Sketch.Text(flow)}");
        }));

    [Fact]
    public void Any_flow_is_covered_or_what_is_not_is_listed_and_every_run_is_a_run() =>
        Check.One(Thorough, Prop.ForAll(RandomFlows.Unstructured("xor", "and", "t", "or").ToArbitrary(), flow =>
        {
            var suite = RunSuite.Of(flow);
            var listed = suite.Infeasible.Select(element => element.Element).ToHashSet();
            return (Covered(suite).Concat(listed).ToHashSet().SetEquals(All(flow)) && !Covered(suite).Overlaps(listed) && suite.Bound <= suite.Runs.Count && suite.Runs.Concat(suite.Repeats).All(run => Balanced(flow, run)))
                .Label(Sketch.Text(flow));
        }));

    [Fact]
    public void The_same_flow_gives_the_same_runs_and_another_flow_others() =>
        Check.One(Thorough, Prop.ForAll(RandomFlows.Unstructured("xor", "and", "t").ToArbitrary(), flow =>
        {
            static string Text(Flow of) => string.Join('|', RunSuite.Of(of).Runs.Select(run => run.Path + ": " + string.Join(' ', run.Edges)));
            var taken = RunSuite.Of(flow).Runs.SelectMany(run => run.Edges).FirstOrDefault();
            return Text(flow) == Text(flow) && (taken is null || Text(flow) != Text(flow with { Edges = [.. flow.Edges.Where(edge => edge.Id != taken)] }));
        }));

    private static HashSet<string> All(Flow flow) => [.. flow.Nodes.Select(node => node.Id), .. flow.Edges.Select(edge => edge.Id)];

    // Repeats are for loops; the suite has to cover everything without them.
    private static HashSet<string> Covered(RunSuite suite) => [.. suite.Runs.SelectMany(run => run.Nodes.Select(node => node.Id).Concat(run.Edges))];

    /// <summary>Every node is done as often as tokens come to it, and gives as many as its kind says: nothing is lost or made on the way.</summary>
    private static bool Balanced(Flow flow, FlowRun run)
    {
        var times = run.Edges.GroupBy(edge => edge).ToDictionary(group => group.Key, group => group.Count());
        return flow.Nodes.All(node =>
        {
            var done = run.Nodes.Count(other => other.Id == node.Id);
            var entering = flow.Entering(node).Select(edge => times.GetValueOrDefault(edge.Id)).ToList();
            var leaving = flow.Leaving(node).Select(edge => times.GetValueOrDefault(edge.Id)).ToList();
            var comes = node.IsStart || entering.Count == 0 || (node.Kind switch
            {
                "parallelGateway" => entering.TrueForAll(count => count == done),
                "inclusiveGateway" => entering.Sum() >= done && entering.Max() <= done,
                _ => entering.Sum() == done,
            });
            var goes = leaving.Count == 0 || (node.Kind switch
            {
                "exclusiveGateway" => leaving.Sum() == done,
                "inclusiveGateway" => leaving.Sum() >= done && leaving.Max() <= done,
                _ => leaving.TrueForAll(count => count == done),
            });
            return comes && goes;
        });
    }
}
