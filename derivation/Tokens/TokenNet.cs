using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tokens;

/// <summary>
/// A flow as places and transitions: the token semantics of BPMN 2.0 (chapter 13). A sequence flow is a place; a task is a transition, or,
/// where events stand at its border or it is repeated, a scope with a place that says that it is under way. A run begins with one
/// <see cref="TransitionKind.Start"/> and is over when no token is left.
/// </summary>
internal sealed class TokenNet
{
    public required Flow Flow { get; init; }

    public required IReadOnlyList<Transition> Transitions { get; init; }

    /// <summary>Scope of each place.</summary>
    public required int[] ScopeOf { get; init; }

    /// <summary>Whether a token there keeps its scope from being complete, by place; others are permissions that lapse.</summary>
    public required bool[] Holds { get; init; }

    /// <summary>Scope around each scope; -1 for the process.</summary>
    public required int[] Parent { get; init; }

    /// <summary>What is to be covered: nodes, then sequence flows.</summary>
    public required IReadOnlyList<Obligation> Obligations { get; init; }

    /// <summary>IDs of the message flows that a token can wait for, by place.</summary>
    public required IReadOnlyDictionary<int, string> Messages { get; init; }

    /// <summary>Transitions that need a token of a place, by place.</summary>
    public required int[][] Takers { get; init; }

    /// <summary>Transitions that cover an obligation, by obligation.</summary>
    public required int[][] Covering { get; init; }

    public int Places => ScopeOf.Length;

    public bool Within(int scope, int outer)
    {
        for (; scope >= 0; scope = Parent[scope])
        {
            if (scope == outer)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A node or sequence flow that a suite has to cover.</summary>
/// <param name="Id">Of the element.</param>
internal sealed record Obligation(int Index, string Id, FlowNode? Node, FlowEdge? Edge);
