namespace Conformance.Steps.Running;

/// <summary>Which settings of a product are tried together: every combination where they are few, else so many that each two values meet.</summary>
public static class SettingCombinations
{
    /// <param name="options">Setting to the values that it takes. One without any is left out.</param>
    /// <param name="whole">So many combinations are tried one and all.</param>
    /// <returns>Each names every setting. None where there is no setting.</returns>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(IReadOnlyDictionary<string, IReadOnlyList<string>> options, int whole)
    {
        var settings = options.Where(option => option.Value.Count > 0).OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => (option.Key, Values: option.Value)).ToList();
        if (settings.Count == 0)
        {
            return [];
        }

        var rows = settings.Aggregate(1L, (product, setting) => Math.Min(int.MaxValue, product * setting.Values.Count)) <= whole ? All(settings) : Pairwise(settings);
        return [.. rows.Select(row => row.Select((value, i) => (settings[i].Key, Value: settings[i].Values[value])).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal))];
    }

    private static IEnumerable<int[]> All(List<(string Key, IReadOnlyList<string> Values)> settings) =>
        settings.Aggregate((IEnumerable<int[]>)[[]], (rows, setting) => rows.SelectMany(row => Enumerable.Range(0, setting.Values.Count).Select(value => (int[])[.. row, value])));

    // Greedy: each row begins with a pair that no row has yet, and takes of every further setting the value with the most pairs that are new.
    private static List<int[]> Pairwise(List<(string Key, IReadOnlyList<string> Values)> settings)
    {
        var due = new HashSet<(int One, int Value, int Other, int OtherValue)>(
            from one in Enumerable.Range(0, settings.Count)
            from other in Enumerable.Range(one + 1, settings.Count - one - 1)
            from value in Enumerable.Range(0, settings[one].Values.Count)
            from otherValue in Enumerable.Range(0, settings[other].Values.Count)
            select (one, value, other, otherValue));
        var rows = new List<int[]>();
        while (due.Count > 0)
        {
            var first = due.Min();
            var row = Enumerable.Repeat(-1, settings.Count).ToArray();
            (row[first.One], row[first.Other]) = (first.Value, first.OtherValue);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = row[i] >= 0 ? row[i] : Enumerable.Range(0, settings[i].Values.Count).MaxBy(value => Met(row, i, value).Count(due.Contains));
            }

            for (var i = 0; i < row.Length; i++)
            {
                due.ExceptWith(Met(row, i, row[i]));
            }

            rows.Add(row);
        }

        return rows;
    }

    private static IEnumerable<(int One, int Value, int Other, int OtherValue)> Met(int[] row, int setting, int value) =>
        from other in Enumerable.Range(0, row.Length)
        where other != setting && row[other] >= 0
        select other < setting ? (other, row[other], setting, value) : (setting, value, other, row[other]);
}
