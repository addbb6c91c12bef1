namespace Conformance.Spec.Flows;

/// <summary>What an event waits for or throws: its event definition (BPMN 2.0, 10.5).</summary>
public enum EventTrigger
{
    /// <summary>No event, or one without a definition.</summary>
    None,

    Message,
    Timer,
    Error,
    Escalation,
    Cancel,
    Compensation,
    Conditional,
    Link,
    Signal,
    Terminate,

    /// <summary>Several definitions, any one of which is enough.</summary>
    Multiple,

    /// <summary>Several definitions, all of which are needed.</summary>
    ParallelMultiple,
}
