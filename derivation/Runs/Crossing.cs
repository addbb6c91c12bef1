using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>How a step of a run concerns the player of one role.</summary>
public enum CrossingKind
{
    /// <summary>Comes in from another role: もし.</summary>
    Stimulus,

    /// <summary>Is done by the role itself.</summary>
    Work,

    /// <summary>Goes out to another role: ならば.</summary>
    Observation,
}

/// <summary>One thing that a role meets in a run.</summary>
/// <param name="Role">Name of the other lane or pool; of the role itself for its own work.</param>
/// <param name="Node">Where it comes in or is done; for an observation where it arrives, or what sends it where that is a message.</param>
/// <param name="Message">Name or ID of the message flow; empty where the step is no message.</param>
public sealed record Crossing(CrossingKind Kind, string Role, FlowNode Node, string Message);
