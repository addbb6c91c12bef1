using Conformance.Derivation.Bounds;
using Conformance.Derivation.Tokens;

namespace Conformance.Derivation.Tests.Bounds;

/// <summary>The check must refuse what proves nothing.</summary>
public sealed class BoundCheckTests
{
    private static readonly TokenNet Net = FlowNet.Of(Sketch.Flow("start xor a b end : start-xor xor-a xor-b a-end b-end"));

    [Fact]
    public void What_the_programme_found_holds()
    {
        var proof = Proof();

        proof.Bound.Should().Be(2);
        BoundCheck.Holds(Net, proof).Should().BeTrue();
    }

    [Fact]
    public void A_weight_too_much_does_not()
    {
        for (var i = 0; i < Net.Obligations.Count; i++)
        {
            var weights = Proof().Weights.ToArray();
            weights[i] += 1;
            BoundCheck.Holds(Net, Proof() with { Weights = weights }).Should().BeFalse(Net.Obligations[i].Id);
        }
    }

    [Fact]
    public void Any_change_of_a_potential_that_matters_is_noticed()
    {
        var refused = 0;
        for (var i = 0; i < Net.Places; i++)
        {
            var potentials = Proof().Potentials.ToArray();
            potentials[i] += 1;
            refused += BoundCheck.Holds(Net, Proof() with { Potentials = potentials }) ? 0 : 1;
        }

        refused.Should().BeGreaterThan(3);
    }

    [Fact]
    public void A_negative_weight_does_not_hold() =>
        BoundCheck.Holds(Net, Proof() with { Weights = [.. Proof().Weights.Select(_ => (Fraction)(-1))] }).Should().BeFalse();

    [Fact]
    public void A_proof_of_another_net_does_not_hold() =>
        BoundCheck.Holds(FlowNet.Of(Sketch.Flow("start end : start-end")), Proof()).Should().BeFalse();

    private static BoundProof Proof() => MarkingProgramme.Solve(Net, [.. Net.Obligations.Select(_ => true)])!.Value.Proof!;
}
