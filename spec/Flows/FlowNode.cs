namespace Conformance.Spec.Flows;

/// <summary>A flow node of BPMN.</summary>
/// <param name="Kind">Local name of the BPMN element: <c>userTask</c>, <c>exclusiveGateway</c>, <c>transaction</c>, …</param>
/// <param name="Lane">Name of the innermost lane; the pool where the process has no lanes; empty where there is neither.
/// What stands in a sub-process or on the border of an activity is in the lane of that activity.</param>
/// <param name="Step">Step of the standard's flow, such as 031-1-④; empty where it has none.</param>
/// <param name="Function">Function ID; empty where the lane bears none.</param>
/// <param name="Exchange">The exchange that begins at this node; empty where none does.</param>
public sealed record FlowNode(
    string Id, string Kind, string Name, string Lane, string Step, string Function, string Exchange,
    Decision? Decision, Jump? Jump, int Line, int Column)
{
    /// <summary>ID of the sub-process that it stands in; empty on the level of the process.</summary>
    public string Scope { get; init; } = "";

    /// <summary>ID of its process where several are looked at together; else empty.</summary>
    public string Process { get; init; } = "";

    public EventTrigger Trigger { get; init; }

    /// <summary>What the trigger names: a link's name, an error, a signal, the compensated activity; empty where it names nothing.</summary>
    public string TriggerName { get; init; } = "";

    /// <summary>The activity that a boundary event is attached to.</summary>
    public string AttachedTo { get; init; } = "";

    /// <summary>False for a boundary event or the start of an event sub-process that leaves its activity running.</summary>
    public bool Interrupting { get; init; } = true;

    public Repetition Repetition { get; init; }

    /// <summary>The sequence flow that is taken when no condition holds; empty where none is marked.</summary>
    public string Default { get; init; } = "";

    /// <summary>What a call activity calls, without the prefix of a namespace; empty where nothing is named.</summary>
    public string Called { get; init; } = "";

    /// <summary>The namespace that <see cref="Called"/> is named by; empty where it bears no prefix.</summary>
    public string CalledIn { get; init; } = "";

    /// <summary>A sub-process that an event starts; nothing flows into it.</summary>
    public bool TriggeredByEvent { get; init; }

    /// <summary>Done only to compensate for something; nothing flows into it.</summary>
    public bool ForCompensation { get; init; }

    /// <summary>The compensation handler that a boundary event is associated with.</summary>
    public string Handler { get; init; } = "";

    /// <summary>An event-based gateway or receive task that begins the process.</summary>
    public bool Instantiates { get; init; }

    /// <summary>Data objects and stores that are read and written, by ID.</summary>
    public IReadOnlyList<string> Data { get; init; } = [];

    /// <summary>A person or system does something here.</summary>
    public bool IsTask => Kind.EndsWith("ask", StringComparison.Ordinal) || Kind is "callActivity" || IsSubProcess;

    public bool IsGateway => Kind.EndsWith("Gateway", StringComparison.Ordinal);

    public bool IsStart => Kind == "startEvent";

    public bool IsEvent => Kind.EndsWith("Event", StringComparison.Ordinal);

    public bool IsBoundary => Kind == "boundaryEvent";

    public bool IsSubProcess => Kind is "subProcess" or "transaction" or "adHocSubProcess";
}
