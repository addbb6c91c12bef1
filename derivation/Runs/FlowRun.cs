using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>One run through a flow, jumps into other flows included.</summary>
/// <param name="Flow">The flow in which it begins.</param>
/// <param name="Nodes">In the order in which they are reached.</param>
/// <param name="Decisions">The outcomes taken, in order.</param>
public sealed record FlowRun(Flow Flow, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<DecisionOutcome> Decisions)
{
    /// <summary>Answers taken, such as <c>Y</c>; <c>main</c> where the flow has no decision.</summary>
    public string Path => Decisions.Count == 0 ? "main" : string.Join('-', Decisions.Select(decision => decision.Answer));
}
