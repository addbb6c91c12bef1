using Conformance.Derivation.Tokens;

namespace Conformance.Derivation.Bounds;

/// <summary>Checks a <see cref="BoundProof"/> transition by transition, without knowing how it was found.</summary>
internal static class BoundCheck
{
    public static bool Holds(TokenNet net, BoundProof proof)
    {
        if (proof.Weights.Count != net.Obligations.Count || proof.Potentials.Count != net.Places || proof.Weights.Any(weight => weight.Sign < 0))
        {
            return false;
        }

        // What is lost with tokens that are taken away must not be counted as gained.
        var cleared = net.Transitions.Where(transition => transition.Clears >= 0).Select(transition => (transition.Clears, transition.Empty == transition.Clears)).Distinct().ToList();
        for (var place = 0; place < net.Places; place++)
        {
            var lost = cleared.Any(scope => net.Within(net.ScopeOf[place], scope.Clears) && !(scope.Item2 && net.Holds[place]));
            if (lost && proof.Potentials[place].Sign < 0)
            {
                return false;
            }
        }

        return net.Transitions.All(transition => Gain(transition, proof).CompareTo(transition.Kind == TransitionKind.Start ? 1 : 0) <= 0);
    }

    private static Fraction Gain(Transition transition, BoundProof proof)
    {
        var gain = transition.Covers.Aggregate((Fraction)0, (sum, obligation) => sum + proof.Weights[obligation]);
        gain = transition.Out.Aggregate(gain, (sum, place) => sum + proof.Potentials[place]);
        if (transition.Kind != TransitionKind.Join)
        {
            return transition.In.Aggregate(gain, (sum, place) => sum - proof.Potentials[place]);
        }

        // It takes what is there, at least one token: the worst case takes every negative potential, or else the smallest.
        var taken = transition.In.Select(place => proof.Potentials[place]).Order().ToList();
        return gain - taken.Skip(1).Where(potential => potential.Sign < 0).Aggregate(taken[0], (sum, potential) => sum + potential);
    }
}
