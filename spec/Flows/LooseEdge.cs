namespace Conformance.Spec.Flows;

/// <summary>A sequence flow that no run can take: one of its ends is missing, or lies in another process or sub-process.</summary>
/// <param name="Fact">What is wrong with it: the end of a sentence about it.</param>
public sealed record LooseEdge(FlowEdge Edge, Wording Fact);
