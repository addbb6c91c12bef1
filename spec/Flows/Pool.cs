namespace Conformance.Spec.Flows;

/// <summary>A participant of a collaboration.</summary>
/// <param name="Process">ID of its process as the file has it; empty for a black box.</param>
public sealed record Pool(string Id, string Name, string Process);
