using Conformance.Derivation.Suites;

namespace Conformance.Derivation.Runs;

/// <summary>The runs of a flow of a standard from which scenarios are derived.</summary>
/// <param name="Infeasible">What none of them covers, with the reason.</param>
public sealed record FlowRuns(IReadOnlyList<FlowRun> Runs, IReadOnlyList<Infeasible> Infeasible);
