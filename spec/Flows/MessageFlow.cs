namespace Conformance.Spec.Flows;

/// <summary>A message from one pool to another.</summary>
/// <param name="From">ID of a flow node, or of a pool.</param>
/// <param name="To">ID of a flow node, or of a pool.</param>
public sealed record MessageFlow(string Id, string From, string To, string Name, int Line, int Column);
