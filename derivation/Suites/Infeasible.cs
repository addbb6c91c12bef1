namespace Conformance.Derivation.Suites;

/// <summary>An element that nothing can cover.</summary>
/// <param name="Element">ID of the node or sequence flow.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Proven">False where the search was cut off before it had seen every state.</param>
public sealed record Infeasible(string Element, string Reason, bool Proven, int Line, int Column);
