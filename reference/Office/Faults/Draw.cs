using System.Globalization;

namespace Conformance.Reference.Office.Faults;

/// <summary>Draws faults that nobody picked by hand from a pool, by a fixed seed: the same list on every machine.</summary>
internal static class Draw
{
    /// <param name="prefix">Letters of the IDs: <c>JG</c> gives JG01, JG02 …</param>
    public static IReadOnlyList<OfficeFault> From(IEnumerable<OfficeFault> pool, string prefix, int wanted, ulong seed)
    {
        var left = pool.ToList();
        var drawn = new List<OfficeFault>(wanted);
        while (drawn.Count < wanted && left.Count > 0)
        {
            var at = (int)(Next(ref seed) % (ulong)left.Count);
            drawn.Add(left[at] with { Id = string.Create(CultureInfo.InvariantCulture, $"{prefix}{drawn.Count + 1:00}-{left[at].Id}") });
            left.RemoveAt(at);
        }

        return drawn;
    }

    // SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
