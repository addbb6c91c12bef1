namespace Conformance.Spec.Flows;

/// <summary>Everything that is read from one BPMN file.</summary>
/// <param name="Flows">Its processes, those without flow nodes included.</param>
/// <param name="Notes">What was read although something is wrong with it; nothing is left out without a note.</param>
public sealed record BpmnModel(
    string File, IReadOnlyList<Flow> Flows, IReadOnlyList<Pool> Pools, IReadOnlyList<MessageFlow> Messages, Diagram Diagram, IReadOnlyList<Problem> Notes)
{
    /// <summary>The namespace that its elements go by in other files; empty where it names none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>BPMN files that it imports, as it names them. Other kinds of file (schemas, decisions, services) carry no token.</summary>
    public IReadOnlyList<BpmnImport> Imports { get; init; } = [];

    /// <summary>IDs of tasks that stand outside every process, for call activities to call.</summary>
    public IReadOnlyList<string> GlobalTasks { get; init; } = [];
}
