using Conformance.Derivation.Graphs;
using Conformance.Derivation.Suites;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tests.Suites;

/// <summary>Models that other people's tools wrote.</summary>
public sealed class CorporaFigureTests
{
    [Theory]
    [InlineData("bpmn-miwg", 37)]
    [InlineData("bpmn-hdbpmn", 329)]
    public void Every_process_is_covered_but_for_what_is_listed_and_the_walks_are_proven(string corpus, int processes)
    {
        var flows = Flows(corpus);

        flows.Should().HaveCount(processes);
        foreach (var flow in flows.Where(flow => flow.Nodes.Count > 0))
        {
            WalkSuite.Of(flow, Criterion.Nodes).Proven.Should().BeTrue(flow.File);
            WalkSuite.Of(flow, Criterion.Edges).Proven.Should().BeTrue(flow.File);
            var suite = RunSuite.Of(flow);
            suite.Runs.SelectMany(run => run.Nodes.Select(node => node.Id).Concat(run.Edges)).Concat(suite.Infeasible.Select(element => element.Element)).ToHashSet()
                .Should().Contain(flow.Nodes.Select(node => node.Id).Concat(flow.Edges.Select(edge => edge.Id)), flow.File);
            suite.Proven.Should().BeTrue(flow.File);
            WalkSuite.Of(flow, Criterion.PrimePaths).Proven.Should().BeTrue(flow.File);
        }
    }

    [Fact]
    public void The_totals_over_the_references_are_those_that_are_recorded()
    {
        var flows = Flows("bpmn-miwg");

        flows.Sum(flow => PrimePaths.CountSimple(FlowGraph.Of(flow))).Should().Be(155);
        flows.Sum(flow => WalkSuite.Of(flow, Criterion.Nodes).Walks.Count).Should().Be(95);
        flows.Sum(flow => WalkSuite.Of(flow, Criterion.Edges).Walks.Count).Should().Be(110);
        flows.Sum(flow => PrimePaths.Find(FlowGraph.Of(flow)).Paths.Count).Should().Be(186);
        flows.Sum(flow => RunSuite.Of(flow).Runs.Count).Should().Be(84);
    }

    private static List<Flow> Flows(string corpus)
    {
        var folder = Path.GetFullPath(Path.Combine(Some.Root, "..", "shared", "corpora", corpus));
        Assert.SkipUnless(Directory.Exists(folder), $"{folder} is not there.");
        var problems = new List<Problem>();
        return [.. Directory.GetFiles(folder, "*.bpmn").Order(StringComparer.Ordinal).SelectMany(file => BpmnReader.ReadModel(File.ReadAllBytes(file), file, problems)!.Flows)];
    }
}
