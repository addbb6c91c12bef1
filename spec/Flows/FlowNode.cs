namespace Conformance.Spec.Flows;

/// <summary>A flow node of BPMN.</summary>
/// <param name="Kind">Local name of the BPMN element: <c>userTask</c>, <c>exclusiveGateway</c>, …</param>
/// <param name="Lane">Name of the innermost lane; empty where there is none.</param>
/// <param name="Step">Step of the standard's flow, such as 031-1-④; empty where it has none.</param>
/// <param name="Function">Function ID; empty where the lane bears none.</param>
/// <param name="Exchange">The exchange that begins at this node; empty where none does.</param>
public sealed record FlowNode(
    string Id, string Kind, string Name, string Lane, string Step, string Function, string Exchange,
    Decision? Decision, Jump? Jump, int Line, int Column)
{
    public bool IsTask => Kind.EndsWith("ask", StringComparison.Ordinal) || Kind is "callActivity" or "subProcess";

    public bool IsGateway => Kind.EndsWith("Gateway", StringComparison.Ordinal);

    public bool IsStart => Kind == "startEvent";
}
