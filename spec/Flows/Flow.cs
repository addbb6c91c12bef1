namespace Conformance.Spec.Flows;

/// <summary>業務フロー: one process of a BPMN file.</summary>
/// <param name="Id">As the standard numbers it: 031-1. From the process ID without <c>flow-</c>.</param>
/// <param name="File">Path relative to the standard.</param>
public sealed record Flow(string Id, string Name, string File, IReadOnlyList<FlowNode> Nodes, IReadOnlyList<FlowEdge> Edges)
{
    public FlowNode Node(string id) => Nodes.First(node => node.Id == id);

    public IEnumerable<FlowEdge> Leaving(FlowNode node) => Edges.Where(edge => edge.From == node.Id);

    public IEnumerable<FlowEdge> Entering(FlowNode node) => Edges.Where(edge => edge.To == node.Id);
}
