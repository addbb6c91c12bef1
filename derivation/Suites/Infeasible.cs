using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Suites;

/// <summary>An element that nothing can cover.</summary>
/// <param name="Element">ID of the node or sequence flow.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Proven">False where the search was cut off before it had seen every state.</param>
public sealed record Infeasible(string Element, Wording Reason, bool Proven, int Line, int Column)
{
    internal static Infeasible Of(LooseEdge loose) =>
        new(loose.Edge.Id, new Wording($"線「{loose.Edge.Id}」は、{loose.Fact.Ja}。", $"The sequence flow {loose.Fact.En}."), true, loose.Edge.Line, loose.Edge.Column);
}
