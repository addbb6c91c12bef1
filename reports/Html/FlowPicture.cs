namespace Conformance.Reports.Html;

/// <summary>A business flow to be drawn in the report and painted with the run.</summary>
/// <param name="Id">031-1.</param>
/// <param name="Xml">The BPMN file, as it stands in the standard.</param>
/// <param name="Tasks">Tasks in the order of the file.</param>
/// <param name="Paths">What was derived from it for the role.</param>
public sealed record FlowPicture(string Id, string Name, string Xml, IReadOnlyList<FlowPictureTask> Tasks, IReadOnlyList<FlowPictureEdge> Edges, IReadOnlyList<FlowPicturePath> Paths);

/// <param name="Element">ID in the BPMN file.</param>
/// <param name="Unit">Function ID or flow step that a verdict is given for; empty where the task bears none of the role.</param>
public sealed record FlowPictureTask(string Element, string Name, string Lane, string Unit);

/// <summary>A sequence flow.</summary>
/// <param name="Name">Its label; often empty.</param>
public sealed record FlowPictureEdge(string Element, string From, string To, string Name);

/// <summary>One path through the flow.</summary>
/// <param name="Id">As the tag <c>@経路:</c> of its scenarios.</param>
/// <param name="Elements">IDs of the nodes and sequence flows that it takes.</param>
public sealed record FlowPicturePath(string Id, IReadOnlyList<string> Elements);
