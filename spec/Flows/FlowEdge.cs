namespace Conformance.Spec.Flows;

/// <summary>A sequence flow.</summary>
/// <param name="Name">Label, such as Y.</param>
public sealed record FlowEdge(string Id, string From, string To, string Name, int Line, int Column);
