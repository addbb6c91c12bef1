namespace Conformance.Derivation.Bounds;

/// <summary>
/// Why fewer runs are not enough. Each obligation has a weight and each place a potential, such that no step of the token game gains more than it
/// costs: the weights that it covers plus the potential that it adds. A beginning costs 1 and everything else nothing, so one run covers
/// obligations of weight 1 at most, and there must be as many runs as the weights add up to.
/// </summary>
/// <param name="Weights">By obligation, none negative.</param>
/// <param name="Potentials">By place, none negative where tokens can be taken away or left.</param>
internal sealed record BoundProof(IReadOnlyList<Fraction> Weights, IReadOnlyList<Fraction> Potentials)
{
    /// <summary>The runs that are needed.</summary>
    public int Bound => (int)Weights.Aggregate((Fraction)0, (sum, weight) => sum + weight).Ceiling;
}
