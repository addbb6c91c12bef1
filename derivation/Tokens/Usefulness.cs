namespace Conformance.Derivation.Tokens;

/// <summary>Which transitions cover something that is still wanted, kept up to date step by step: asking all of them at every choice takes minutes in a flow of 10,000 nodes.</summary>
internal sealed class Usefulness
{
    private readonly TokenNet _net;
    private readonly bool[] _missing;
    private readonly bool[] _open;
    private readonly int[] _left;

    /// <param name="missing">Whether an obligation is wanted.</param>
    public Usefulness(TokenNet net, bool[] missing)
    {
        (_net, _missing, _open, _left) = (net, missing, new bool[missing.Length], new int[net.Transitions.Count]);
        Marked = new ulong[(net.Transitions.Count + 63) / 64];
        Begin([]);
    }

    /// <summary>A bit per transition that covers something wanted.</summary>
    public ulong[] Marked { get; }

    /// <summary>Begins again behind some steps.</summary>
    public void Begin(IEnumerable<TrailStep> steps)
    {
        _missing.CopyTo(_open, 0);
        foreach (var transition in _net.Transitions)
        {
            _left[transition.Index] = transition.Covers.Count(obligation => _missing[obligation]);
            Set(transition.Index);
        }

        foreach (var step in steps)
        {
            Happen(_net.Transitions[step.Transition]);
        }
    }

    public void Happen(Transition transition)
    {
        foreach (var obligation in transition.Covers.Where(obligation => _open[obligation]))
        {
            _open[obligation] = false;
            foreach (var other in _net.Covering[obligation])
            {
                _left[other]--;
                Set(other);
            }
        }
    }

    private void Set(int transition)
    {
        var bit = 1UL << (transition & 63);
        Marked[transition >> 6] = _left[transition] > 0 ? Marked[transition >> 6] | bit : Marked[transition >> 6] & ~bit;
    }
}
