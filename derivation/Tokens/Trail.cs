namespace Conformance.Derivation.Tokens;

/// <summary>A run as the token game played it, from the start until no token is left.</summary>
internal sealed record Trail(IReadOnlyList<TrailStep> Steps)
{
    public HashSet<int> Covered(TokenNet net) => [.. Steps.SelectMany(step => net.Transitions[step.Transition].Covers)];
}

/// <param name="Before">Steps of the trail whose tokens this one took; for a transition that is no doing of a node, the steps before that.</param>
internal sealed record TrailStep(int Transition, IReadOnlyList<int> Before);
