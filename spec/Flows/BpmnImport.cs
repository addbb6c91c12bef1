namespace Conformance.Spec.Flows;

/// <summary>A BPMN file that another one imports.</summary>
/// <param name="Namespace">The namespace that its elements are named by.</param>
/// <param name="Location">As written: relative to the file that imports it.</param>
public sealed record BpmnImport(string Namespace, string Location, int Line, int Column);
