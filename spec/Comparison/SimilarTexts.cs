namespace Conformance.Spec.Comparison;

/// <summary>
/// All pairs of texts that have at least so much in common, without comparing each with each: two sets with Jaccard index t or more
/// share one of their first |x| − ⌈t·|x|⌉ + 1 elements when both are sorted by rarity (prefix filter; Bayardo, Ma and Srikant 2007).
/// </summary>
public static class SimilarTexts
{
    /// <param name="threshold">Jaccard index of <see cref="Similarity"/>, above 0.</param>
    /// <returns>Positions of both and their similarity; the earlier one first, ordered by position.</returns>
    public static IReadOnlyList<(int First, int Second, double Similarity)> Pairs(IReadOnlyList<string> texts, double threshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        var sets = texts.Select(Similarity.Pairs).ToList();
        var frequency = new Dictionary<int, int>();
        foreach (var pair in sets.SelectMany(set => set))
        {
            frequency[pair] = frequency.GetValueOrDefault(pair) + 1;
        }

        var index = new Dictionary<int, List<int>>();
        var found = new List<(int, int, double)>();
        var seen = new int[texts.Count];
        Array.Fill(seen, -1);
        for (var i = 0; i < sets.Count; i++)
        {
            var length = sets[i].Length;
            if (length == 0)
            {
                continue;
            }

            var prefix = sets[i].OrderBy(pair => frequency[pair]).ThenBy(pair => pair).Take(length - (int)Math.Ceiling(threshold * length) + 1);
            foreach (var pair in prefix)
            {
                if (!index.TryGetValue(pair, out var others))
                {
                    index[pair] = others = [];
                }

                foreach (var other in others.Where(other => seen[other] != i))
                {
                    seen[other] = i;
                    var shorter = Math.Min(length, sets[other].Length);
                    if (shorter >= threshold * Math.Max(length, sets[other].Length) && Similarity.Of(sets[other], sets[i]) is var similarity && similarity >= threshold)
                    {
                        found.Add((other, i, similarity));
                    }
                }

                others.Add(i);
            }
        }

        return [.. found.Order()];
    }
}
