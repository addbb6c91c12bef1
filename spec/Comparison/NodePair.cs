using Conformance.Spec.Flows;

namespace Conformance.Spec.Comparison;

/// <summary>A node of a flow in both editions; one of them is null where it is new or gone.</summary>
public sealed record NodePair(FlowNode? Old, FlowNode? New)
{
    /// <summary>How it is drawn: <c>same</c>, <c>added</c>, <c>removed</c> or <c>changed</c>.</summary>
    public string Mark { get; init; } = Old is null ? "added" : New is null ? "removed" : "same";
}
