namespace Conformance.Mocks;

/// <summary>How much a request resembles the people of a scenario.</summary>
internal static class Likeness
{
    /// <summary>Mean over the marks of the best similarity in the request; a value found under another item counts half.</summary>
    public static double Of(ScenarioMark mark, JournalEntry entry)
    {
        if (mark.Items.Count == 0)
        {
            return 0;
        }

        var values = entry.Items.Concat(entry.Subject).Where(item => !string.IsNullOrEmpty(item.Value)).Select(item => (Item: item.Key, Value: item.Value!))
            .Concat(entry.Conditions.Select(condition => (condition.Item, condition.Value)))
            .ToList();
        return mark.Items.Average(wanted => values.Count == 0 ? 0 : values.Max(value =>
            Similarity(wanted.Value, value.Value) * (value.Item == wanted.Key ? 1 : 0.5)));
    }

    /// <summary>Dice's coefficient over pairs of neighbouring characters; below 0.4 it is chance and counts as 0.</summary>
    private static double Similarity(string left, string right)
    {
        var (a, b) = (RequestContent.Fold(left), RequestContent.Fold(right));
        if (a == b)
        {
            return 1;
        }

        var pairs = Pairs(a);
        var others = Pairs(b);
        var total = pairs.Count + others.Count;
        if (total == 0)
        {
            return 0;
        }

        var shared = pairs.Count(others.Remove);
        var dice = 2.0 * shared / total;
        return dice < 0.4 ? 0 : dice;
    }

    private static List<string> Pairs(string text) => [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2))];
}
