using Conformance.Spec.Flows;

namespace Conformance.Derivation.Graphs;

/// <summary>A step of a walk: a sequence flow, or what BPMN leaves unwritten (into and out of a sub-process, to a boundary event, along a link).</summary>
/// <param name="From">Index of a vertex.</param>
/// <param name="To">Index of a vertex.</param>
/// <param name="Flow">Null where no sequence flow stands for it.</param>
public sealed record GraphEdge(string Id, int From, int To, FlowEdge? Flow);

/// <summary>A flow node; a sub-process with contents is two, one entered and one left.</summary>
/// <param name="Exit">The end of a sub-process.</param>
public sealed record GraphVertex(FlowNode Node, bool Exit);
