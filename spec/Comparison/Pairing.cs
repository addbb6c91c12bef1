namespace Conformance.Spec.Comparison;

/// <summary>Finds what became what, where IDs do not tell: the pairs with the most in common first, each side used once.</summary>
internal static class Pairing
{
    /// <param name="score">0 to 1: how much two have in common.</param>
    /// <param name="threshold">Least score of a pair.</param>
    /// <returns>Pairs in the order of the old ones. The confidence is the score, halved where another partner would have done nearly as well.</returns>
    public static IReadOnlyList<(T Old, T New, double Confidence)> Of<T>(IReadOnlyList<T> old, IReadOnlyList<T> @new, Func<T, T, double> score, double threshold)
    {
        var scores = (from i in Enumerable.Range(0, old.Count)
                      from j in Enumerable.Range(0, @new.Count)
                      let value = score(old[i], @new[j])
                      where value >= threshold
                      orderby value descending, i, j
                      select (I: i, J: j, Value: value)).ToList();
        var best = scores.GroupBy(entry => entry.I).ToDictionary(group => group.Key, group => group.Select(entry => entry.Value).ToList());
        HashSet<int> usedOld = [], usedNew = [];
        var pairs = new List<(int I, int J, double Confidence)>();
        foreach (var (i, j, value) in scores)
        {
            if (usedOld.Contains(i) || usedNew.Contains(j))
            {
                continue;
            }

            usedOld.Add(i);
            usedNew.Add(j);
            var rivals = best[i].Count(other => other >= value * 0.95);
            pairs.Add((i, j, rivals > 1 ? value / 2 : value));
        }

        return [.. pairs.OrderBy(pair => pair.I).Select(pair => (old[pair.I], @new[pair.J], Math.Round(pair.Confidence, 2)))];
    }
}
