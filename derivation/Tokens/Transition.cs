using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

/// <summary>What a transition does besides moving tokens; it decides when the game plays it.</summary>
internal enum TransitionKind
{
    /// <summary>Moves tokens on.</summary>
    Move,

    /// <summary>Begins the process; needs no token.</summary>
    Start,

    /// <summary>A merge of an inclusive or complex gateway: waits for every token that can still come.</summary>
    Join,

    /// <summary>Ends an activity or the process when nothing is left in it.</summary>
    Complete,

    /// <summary>Ends what is under way: terminate, error, cancel.</summary>
    Abort,

    /// <summary>An event at the border of an activity or an event sub-process happens.</summary>
    Happen,

    /// <summary>Does an activity with a loop or multi-instance marker once more.</summary>
    Again,
}

/// <summary>One step of the token game.</summary>
/// <param name="In">Places that lose a token; of a <see cref="TransitionKind.Join"/> those that have one.</param>
/// <param name="Out">Places that get one.</param>
internal sealed record Transition(int Index, TransitionKind Kind, int[] In, int[] Out)
{
    /// <summary>Nodes that this step is the doing of; empty where it only moves a token.</summary>
    public IReadOnlyList<FlowNode> Nodes { get; init; } = [];

    /// <summary>Indexes of the nodes and sequence flows that this step covers.</summary>
    public int[] Covers { get; init; } = [];

    /// <summary>Scope whose tokens are taken away; -1 for none.</summary>
    public int Clears { get; init; } = -1;

    /// <summary>Scope that must be empty; -1 for none.</summary>
    public int Empty { get; init; } = -1;

    /// <summary>Scope that must not be empty; -1 for none.</summary>
    public int NotEmpty { get; init; } = -1;

    /// <summary>What was decided, where something else could have happened.</summary>
    public DecisionOutcome? Decided { get; init; }
}
