using Conformance.Derivation.Runs;
using Conformance.Derivation.Tokens;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>One short run per element, for those who look for the place of a fault and not for the fewest runs.</summary>
/// <param name="Element">ID of the node or sequence flow.</param>
public sealed record Diagnostic(string Element, FlowRun Run)
{
    /// <summary>In the order of the file, nodes first. An element that no run covers has none.</summary>
    public static IReadOnlyList<Diagnostic> Of(Flow flow, IReadOnlyList<Infeasible> infeasible)
    {
        var net = FlowNet.Of(flow);
        var (player, words) = (new RunPlayer(net), new TrailRuns(flow, net));
        var left = infeasible.Select(element => element.Element).ToHashSet(StringComparer.Ordinal);
        var found = new List<Diagnostic>();
        foreach (var obligation in net.Obligations.Where(obligation => !left.Contains(obligation.Id)))
        {
            var only = new bool[net.Obligations.Count];
            only[obligation.Index] = true;
            if (player.Play(new int[net.Transitions.Count], only, 0, trail => trail.Covered(net).Contains(obligation.Index)) is { } trail)
            {
                found.Add(new Diagnostic(obligation.Id, words.Run(trail)));
            }
        }

        return found;
    }
}
