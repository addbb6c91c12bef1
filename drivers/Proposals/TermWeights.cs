namespace Conformance.Drivers.Proposals;

/// <summary>How much a shared part of two names says: a part that every name has says nothing (inverse document frequency).</summary>
internal sealed class TermWeights
{
    private readonly Dictionary<string, double> _weights;
    private readonly double _unseen;

    /// <param name="names">All names that are compared with each other, comparable.</param>
    public TermWeights(IEnumerable<string> names)
    {
        var sets = names.Select(name => Parts(name).ToHashSet(StringComparer.Ordinal)).ToList();
        _weights = sets.SelectMany(set => set).GroupBy(part => part).ToDictionary(same => same.Key, same => Math.Log((1.0 + sets.Count) / same.Count()), StringComparer.Ordinal);
        _unseen = Math.Log(1.0 + sets.Count);
    }

    /// <summary>Weighted Dice coefficient of the parts of two comparable names, 0 to 1.</summary>
    public double Similarity(string a, string b)
    {
        var (left, right) = (Parts(a).ToHashSet(StringComparer.Ordinal), Parts(b).ToHashSet(StringComparer.Ordinal));
        var all = Sum(left) + Sum(right);
        return all <= 0 ? 0 : 2 * Sum(left.Intersect(right)) / all;
    }

    /// <summary>Weighted Dice coefficient of two sets of names that are compared as wholes.</summary>
    public static double Overlap(HashSet<string> a, HashSet<string> b, IReadOnlyDictionary<string, double> weights)
    {
        double Weigh(IEnumerable<string> names) => names.Sum(name => weights.GetValueOrDefault(name, 1));
        var all = Weigh(a) + Weigh(b);
        return all <= 0 ? 0 : 2 * Weigh(a.Where(b.Contains)) / all;
    }

    private double Sum(IEnumerable<string> parts) => parts.Sum(part => _weights.GetValueOrDefault(part, _unseen));

    // Characters, and pairs of neighbours: Japanese is written without spaces, so pairs stand for words.
    private static IEnumerable<string> Parts(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            yield return name[i..(i + 1)];
            if (i + 1 < name.Length)
            {
                yield return name[i..(i + 2)];
            }
        }
    }
}
