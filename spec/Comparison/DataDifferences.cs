namespace Conformance.Spec.Comparison;

/// <summary>Data items added, removed, renumbered, changed.</summary>
internal static class DataDifferences
{
    public static IEnumerable<Difference> Between(Standard old, Standard @new)
    {
        var before = old.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var pairs = @new.Items.Where(item => before.TryGetValue(item.Id, out var was) && (was.Romaji == item.Romaji || was.Name == item.Name || was.Group == item.Group))
            .ToDictionary(item => item.Id, item => (Was: before[item.Id], Confidence: (double?)null), StringComparer.Ordinal);
        var used = pairs.Values.Select(pair => pair.Was.Id).ToHashSet(StringComparer.Ordinal);

        // Under another ID an item is known by its group and the name of its field.
        var gone = old.Items.Where(item => !used.Contains(item.Id)).GroupBy(item => (item.Group, item.Romaji)).ToDictionary(group => group.Key, group => group.First());
        foreach (var item in @new.Items.Where(item => !pairs.ContainsKey(item.Id)))
        {
            if (gone.Remove((item.Group, item.Romaji), out var was))
            {
                pairs[item.Id] = (was, Confidence(was, item));
                used.Add(was.Id);
            }
        }

        foreach (var item in @new.Items)
        {
            if (!pairs.TryGetValue(item.Id, out var pair))
            {
                yield return new Difference(StandardPart.DataItem, DifferenceKind.Added, item.Id, item.Name, "", "", Form(item));
                continue;
            }

            if (pair.Confidence is not null)
            {
                yield return new Difference(StandardPart.DataItem, DifferenceKind.Renumbered, item.Id, item.Name, "データ項目ID", pair.Was.Id, item.Id) { Confidence = pair.Confidence };
            }

            foreach (var difference in Between(pair.Was, item))
            {
                yield return difference;
            }
        }

        foreach (var item in old.Items.Where(item => !used.Contains(item.Id)))
        {
            yield return new Difference(StandardPart.DataItem, DifferenceKind.Removed, item.Id, item.Name, "", Form(item), "");
        }
    }

    private static double Confidence(DataItem was, DataItem now)
    {
        bool[] same = [true, was.Name == now.Name, was.Type == now.Type, was.Length == now.Length, was.Code == now.Code];
        return Math.Round(same.Count(value => value) / (double)same.Length, 2);
    }

    private static IEnumerable<Difference> Between(DataItem was, DataItem now)
    {
        (DifferenceKind Kind, string Aspect, string Before, string After)[] texts =
        [
            (DifferenceKind.Renamed, "データ項目", was.Name, now.Name), (DifferenceKind.Renamed, "ローマ字", was.Romaji, now.Romaji), (DifferenceKind.Changed, "グループ", was.Group, now.Group),
            (DifferenceKind.Changed, "データ型", was.Type, now.Type), (DifferenceKind.Changed, "桁数", was.Length, now.Length), (DifferenceKind.Changed, "コード", was.Code, now.Code),
            (DifferenceKind.Changed, "データ出力条件", was.OutputCondition, now.OutputCondition), (DifferenceKind.Changed, "条件", was.Condition, now.Condition),
            (DifferenceKind.Changed, "関連機能", string.Join(' ', was.Functions), string.Join(' ', now.Functions)),
        ];
        return texts.Where(text => text.Before != text.After)
            .Select(text => new Difference(StandardPart.DataItem, text.Kind, now.Id, now.Name, text.Aspect, text.Before, text.After));
    }

    private static string Form(DataItem item) =>
        string.Join(' ', new[] { item.Group, item.Romaji, item.Type + (item.Length.Length > 0 ? $"({item.Length})" : ""), item.Code.Length > 0 ? "コード" + item.Code : "", item.OutputCondition }.Where(text => text.Length > 0));
}
