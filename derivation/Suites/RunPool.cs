using Conformance.Derivation.Tokens;

namespace Conformance.Derivation.Suites;

/// <summary>Chooses as few as possible of runs that were found.</summary>
internal static class RunPool
{
    /// <summary>Choices that are looked at before the search ends.</summary>
    private const int MaxSteps = 50_000;

    /// <summary>Leaves out runs whose obligations the others cover.</summary>
    public static List<Trail> WithoutSpare(TokenNet net, List<Trail> suite, bool[] wanted)
    {
        var times = new int[wanted.Length];
        var covered = suite.Select(trail => trail.Covered(net)).ToList();
        foreach (var obligation in covered.SelectMany(set => set))
        {
            times[obligation]++;
        }

        var kept = new List<Trail>();
        for (var i = 0; i < suite.Count; i++)
        {
            if (covered[i].All(obligation => !wanted[obligation] || times[obligation] > 1))
            {
                foreach (var obligation in covered[i])
                {
                    times[obligation]--;
                }
            }
            else
            {
                kept.Add(suite[i]);
            }
        }

        return kept;
    }

    /// <summary>A cover with fewer runs than <paramref name="best"/>; null where none is found.</summary>
    public static List<Trail>? Smaller(TokenNet net, List<Trail> pool, bool[] wanted, int best, int bound)
    {
        var sets = pool.Select(trail => (Trail: trail, Covers: trail.Covered(net).Where(obligation => wanted[obligation]).ToHashSet())).DistinctBy(entry => string.Join(',', entry.Covers.Order())).ToList();
        var steps = 0;
        for (var size = bound; size < best; size++)
        {
            if (Choose(sets, Enumerable.Range(0, wanted.Length).Where(obligation => wanted[obligation]).ToHashSet(), size, ref steps) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static List<Trail>? Choose(List<(Trail Trail, HashSet<int> Covers)> sets, HashSet<int> left, int size, ref int steps)
    {
        if (left.Count == 0)
        {
            return [];
        }

        if (size == 0 || ++steps > MaxSteps)
        {
            return null;
        }

        // Some run must cover the obligation that the fewest runs cover.
        var rarest = left.Order().MinBy(obligation => sets.Count(entry => entry.Covers.Contains(obligation)));
        foreach (var (trail, covers) in sets.Where(entry => entry.Covers.Contains(rarest)).OrderByDescending(entry => entry.Covers.Count(left.Contains)))
        {
            if (Choose(sets, [.. left.Except(covers)], size - 1, ref steps) is { } rest)
            {
                rest.Add(trail);
                return rest;
            }
        }

        return null;
    }
}
