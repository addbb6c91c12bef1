namespace Conformance.Spec.Flows;

/// <summary>Everything that is read from one BPMN file.</summary>
/// <param name="Flows">Its processes, those without flow nodes included.</param>
/// <param name="Notes">What was read although something is wrong with it; nothing is left out without a note.</param>
public sealed record BpmnModel(
    string File, IReadOnlyList<Flow> Flows, IReadOnlyList<Pool> Pools, IReadOnlyList<MessageFlow> Messages, Diagram Diagram, IReadOnlyList<Problem> Notes);
