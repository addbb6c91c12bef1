namespace Conformance.Spec.Flows;

/// <summary>レーン: one party of a flow.</summary>
/// <param name="Parent">ID of the lane that it is nested in; empty where it is none.</param>
public sealed record Lane(string Id, string Name, string Parent);
