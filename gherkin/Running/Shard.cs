namespace Conformance.Gherkin;

/// <summary>One of several parts of a run that together run every scenario exactly once.</summary>
/// <param name="Index">From one.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>How long a scenario took before in a pass; null where it is not known. Parts are balanced by it.</summary>
    public Func<Pickle, string, TimeSpan?>? Durations { get; init; }

    /// <summary>Reads <c>2/5</c>.</summary>
    /// <exception cref="FormatException">Not two numbers of which the first is at least one and at most the second.</exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var first, var second]
            && int.TryParse(first, out var index) && int.TryParse(second, out var count) && index >= 1 && index <= count
            ? new(index, count)
            : throw new FormatException($"「{text}」 is no part of a run. Write i/n, such as 2/5.");
    }

    /// <summary>
    /// The scenarios of this part, in their order. All parts are dealt out from the same list in the same way (longest first, to the part
    /// with the least to do), so they are disjoint and complete.
    /// </summary>
    public IReadOnlyList<(Pickle Pickle, string Pass)> Of(IReadOnlyList<(Pickle Pickle, string Pass)> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        var typical = Typical(scenarios);
        var loads = new TimeSpan[Count];
        var mine = new List<int>();
        foreach (var (number, duration) in Enumerable.Range(0, scenarios.Count)
            .Select(number => (number, Durations?.Invoke(scenarios[number].Pickle, scenarios[number].Pass) ?? typical))
            .OrderByDescending(one => one.Item2)
            .ThenBy(one => one.number))
        {
            var least = Array.IndexOf(loads, loads.Min());
            loads[least] += duration;
            if (least == Index - 1)
            {
                mine.Add(number);
            }
        }

        mine.Sort();
        return [.. mine.Select(number => scenarios[number])];
    }

    private TimeSpan Typical(IReadOnlyList<(Pickle Pickle, string Pass)> scenarios)
    {
        var known = Durations is null ? [] : scenarios.Select(one => Durations(one.Pickle, one.Pass)).OfType<TimeSpan>().ToArray();
        return known.Length == 0 ? TimeSpan.FromSeconds(1) : known.Aggregate(TimeSpan.Zero, (sum, one) => sum + one) / known.Length;
    }
}
