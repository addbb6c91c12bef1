using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>One run through a flow, jumps into other flows included.</summary>
/// <param name="Flow">The flow in which it begins.</param>
/// <param name="Nodes">In an order in which they can be reached: branches that go on side by side stand one after another.</param>
/// <param name="Decisions">The outcomes taken, in order.</param>
public sealed record FlowRun(Flow Flow, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<DecisionOutcome> Decisions)
{
    /// <summary>For each node the positions of those that it follows; each follows the one before where nothing is given.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Follows { get; init; } = [.. Nodes.Select((_, i) => i == 0 ? Array.Empty<int>() : [i - 1])];

    /// <summary>IDs of the sequence flows taken, in order, as often as they are taken.</summary>
    public IReadOnlyList<string> Edges { get; init; } = [];

    /// <summary>How often each loop on the way is gone round.</summary>
    public IReadOnlyList<LoopRounds> Loops { get; init; } = [];

    /// <summary>Answers taken, such as <c>Y</c>; <c>main</c> where the flow has no decision.</summary>
    public string Path => Decisions.Count == 0 ? "main" : string.Join('-', Decisions.Select(decision => decision.Answer));
}
