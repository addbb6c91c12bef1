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
        var sets = ByRarity([.. texts.Select(Similarity.Pairs)], out var elements);
        var index = new List<int>?[elements];
        var found = new List<(int, int, double)>();
        var seen = new int[texts.Count];
        Array.Fill(seen, -1);
        for (var i = 0; i < sets.Count; i++)
        {
            var set = sets[i];
            var prefix = set.Length == 0 ? 0 : set.Length - (int)Math.Ceiling(threshold * set.Length) + 1;
            for (var k = 0; k < prefix; k++)
            {
                var others = index[set[k]] ??= [];
                foreach (var other in others)
                {
                    if (seen[other] != i)
                    {
                        seen[other] = i;
                        var shared = Shared(sets[other], set, threshold);
                        if (shared > 0 && (double)shared / (sets[other].Length + set.Length - shared) is var similarity && similarity >= threshold)
                        {
                            found.Add((other, i, similarity));
                        }
                    }
                }

                others.Add(i);
            }
        }

        return [.. found.Order()];
    }

    /// <summary>Each set with its elements replaced by their rank, the rarest first.</summary>
    private static List<int[]> ByRarity(List<int[]> sets, out int elements)
    {
        var frequency = new Dictionary<int, int>();
        foreach (var element in sets.SelectMany(set => set))
        {
            frequency[element] = frequency.GetValueOrDefault(element) + 1;
        }

        var rank = frequency.OrderBy(pair => pair.Value).ThenBy(pair => pair.Key).Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        elements = rank.Count;
        return [.. sets.Select(set =>
        {
            var ranks = Array.ConvertAll(set, element => rank[element]);
            Array.Sort(ranks);
            return ranks;
        })];
    }

    /// <summary>How many elements two ascending sets share; 0 as soon as they cannot share enough for the threshold.</summary>
    private static int Shared(int[] a, int[] b, double threshold)
    {
        var wanted = (int)Math.Ceiling((threshold / (1 + threshold) * (a.Length + b.Length)) - 1e-9);
        int shared = 0, i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (shared + Math.Min(a.Length - i, b.Length - j) < wanted)
            {
                return 0;
            }

            var (x, y) = (a[i], b[j]);
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += x >= y ? 1 : 0;
        }

        return shared;
    }
}
