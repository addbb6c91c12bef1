namespace Conformance.Spec.Flows;

/// <summary>業務フロー: one process of a BPMN file, the contents of its sub-processes included.</summary>
/// <param name="Id">As the standard numbers it: 031-1. From the process ID without <c>flow-</c>.</param>
/// <param name="File">Path relative to the standard.</param>
/// <param name="Edges">Sequence flows whose two ends stand in the same process or sub-process.</param>
public sealed record Flow(string Id, string Name, string File, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<FlowEdge> Edges)
{
    /// <summary>Sequence flows that lead nowhere or across a border.</summary>
    public IReadOnlyList<LooseEdge> Loose { get; init; } = [];

    public IReadOnlyList<FlowData> Data { get; init; } = [];

    /// <summary>Message flows of the whole file, those between other pools included.</summary>
    public IReadOnlyList<MessageFlow> Messages { get; init; } = [];

    /// <summary>Lanes in the order of the file, outer before inner; empty where the process has none.</summary>
    public IReadOnlyList<Lane> Lanes { get; init; } = [];

    /// <summary>Name of the pool that the process is drawn in; empty where it has none.</summary>
    public string Pool { get; init; } = "";

    public FlowNode Node(string id) => Nodes.First(node => node.Id == id);

    public IEnumerable<FlowEdge> Leaving(FlowNode node) => Edges.Where(edge => edge.From == node.Id);

    public IEnumerable<FlowEdge> Entering(FlowNode node) => Edges.Where(edge => edge.To == node.Id);
}
