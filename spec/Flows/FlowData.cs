namespace Conformance.Spec.Flows;

/// <summary>A data object or data store that stands in a flow.</summary>
/// <param name="Kind">Local name of the BPMN element.</param>
public sealed record FlowData(string Id, string Kind, string Name);
