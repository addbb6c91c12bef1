using Conformance.Derivation.Suites;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Lint;

/// <summary>What the token game shows of a flow: where runs get stuck, and where branches come together without being joined.</summary>
internal static class FlowBehaviour
{
    public static IEnumerable<FlowFlaw> Check(Flow flow)
    {
        var suite = RunSuite.Of(flow);
        foreach (var group in suite.Infeasible.GroupBy(element => element.Reason))
        {
            var first = group.First();
            yield return new FlowFlaw("FL111", first.Element, first.Line, new Wording(
                $"どの実行でも通れない（{group.Count()}か所: {Few(group.Select(element => element.Element))}）。{group.Key.Ja}",
                $"No run covers this ({group.Count()}: {Few(group.Select(element => element.Element))}). {group.Key.En}"));
        }

        // What is taken twice although no loop is gone round is where branches meet. A loop may hide it, so short runs are looked at as well.
        var runs = suite.Runs.Any(run => run.Loops.Count > 0) ? suite.Runs.Concat(Diagnostic.Of(flow, suite.Infeasible).Select(one => one.Run)) : suite.Runs;
        var doubled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var times in runs.Where(run => !run.Loops.Any(loop => run.Edges.Contains(loop.Element) || loop.Rounds > 1)).Select(run => run.Edges.CountBy(edge => edge).ToDictionary(StringComparer.Ordinal)))
        {
            doubled.UnionWith(flow.Edges.Where(edge => times.GetValueOrDefault(edge.Id) > 1 && flow.Edges.Where(before => before.To == edge.From).All(before => times.GetValueOrDefault(before.Id) <= 1)).Select(edge => edge.Id));
        }

        foreach (var edge in flow.Edges.Where(edge => doubled.Contains(edge.Id)))
        {
            yield return new FlowFlaw("FL112", edge.Id, edge.Line, new Wording(
                "一つの実行が繰り返しなしに二度通る。並行に進む枝が、合わせる印なしに合流している。",
                "One run takes it twice without going round a loop: branches that go on side by side come together without being joined."));
        }
    }

    private static string Few(IEnumerable<string> elements) => string.Join(", ", elements.Take(5)) + (elements.Skip(5).Any() ? ", …" : "");
}
