using Conformance.Derivation.Runs;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>Runs that cover every node and sequence flow of a flow that a run can cover.</summary>
/// <param name="Runs">In the order of the flow.</param>
/// <param name="Repeats">Further runs, so that each loop is gone round once in one run and twice in another.</param>
/// <param name="Bound">Fewer <paramref name="Runs"/> are not enough; checked independently of how it was found.</param>
/// <param name="Weights">The proof: no run covers elements whose weights add up to more than 1, and together they add up to the bound (rounded up).</param>
/// <param name="Proven">True where no smaller suite exists, and nothing is called infeasible that was not shown to be.</param>
public sealed record RunSuite(
    Flow Flow, IReadOnlyList<FlowRun> Runs, IReadOnlyList<FlowRun> Repeats, int Bound, IReadOnlyList<ProofWeight> Weights, IReadOnlyList<Infeasible> Infeasible, bool Proven)
{
    /// <summary>A smallest suite, as far as it can be found in bounded time. The same flow gives the same suite on every machine.</summary>
    public static RunSuite Of(Flow flow) => new RunSuiteSearch(flow).Find();
}

/// <param name="Element">ID of a node or sequence flow.</param>
/// <param name="Weight">A fraction such as 1 or 1/2.</param>
public sealed record ProofWeight(string Element, string Weight);
