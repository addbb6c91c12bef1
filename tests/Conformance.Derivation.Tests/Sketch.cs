using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tests;

/// <summary>Flows written as text: <c>s g a b j e : s-g g-a g-b a-j b-j j-e</c>. The first letters of a node's ID say what it is.</summary>
internal static class Sketch
{
    private static readonly (string Prefix, string Kind)[] Kinds =
    [
        ("start", "startEvent"), ("end", "endEvent"), ("xor", "exclusiveGateway"), ("and", "parallelGateway"), ("or", "inclusiveGateway"), ("complex", "complexGateway"),
        ("event", "eventBasedGateway"), ("throw", "intermediateThrowEvent"), ("catch", "intermediateCatchEvent"), ("on", "boundaryEvent"), ("sub", "subProcess"), ("adhoc", "adHocSubProcess"),
    ];

    /// <param name="text">Nodes, a colon, edges; an edge's ID is its text.</param>
    /// <param name="change">What a node has besides its kind.</param>
    public static Flow Flow(string text, Func<FlowNode, FlowNode>? change = null)
    {
        var parts = text.Split(':');
        var nodes = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Node).Select(change ?? (node => node)).ToList();
        var edges = (parts.Length < 2 ? "" : parts[1]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(edge => edge.Split('-'))
            .Select(ends => new FlowEdge($"{ends[0]}-{ends[1]}", ends[0], ends[1], "", 1, 1) { Scope = nodes.First(node => node.Id == ends[0]).Scope }).ToList();
        return new Flow("999-1", "流れ", "flows/x.bpmn", nodes, edges);
    }

    /// <summary>The text that a flow could be written as: what a property says about its counterexample.</summary>
    public static string Text(Flow flow) => string.Join(' ', flow.Nodes.Select(node => node.Id)) + " : " + string.Join(' ', flow.Edges.Select(edge => edge.Id));

    /// <summary><c>sub1/task</c> stands in the sub-process sub1.</summary>
    private static FlowNode Node(string id)
    {
        var local = id[(id.LastIndexOf('/') + 1)..];
        var kind = Kinds.FirstOrDefault(entry => local.StartsWith(entry.Prefix, StringComparison.Ordinal)).Kind ?? "task";
        return new FlowNode(id, kind, "", "", "", "", "", null, null, 7, 3) { Scope = id.Contains('/') ? id[..id.LastIndexOf('/')] : "" };
    }
}
