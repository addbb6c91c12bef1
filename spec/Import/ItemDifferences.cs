using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>
/// Compares an item list with the request of an interface. The same item is recognised by its name, else by its ローマ字, else (renamed)
/// by sample value, type and length, where exactly one item of each side has them.
/// </summary>
public static class ItemDifferences
{
    /// <summary>In the order of the list, then of the interface.</summary>
    public static IReadOnlyList<ItemDifference> Between(IReadOnlyList<ImportedItem> items, ImportedInterface theInterface)
    {
        var pairs = Pair(items, theInterface.Request);
        var differences = new List<ItemDifference>();
        foreach (var item in items)
        {
            if (pairs.TryGetValue(item, out var field))
            {
                differences.AddRange(Compare(item, field));
            }
            else
            {
                differences.Add(new ItemDifference(ItemDifferenceKind.OnlyInList, $"{item.Id} {item.Name}", item.Romaji, "", item.Source, ""));
            }
        }

        var paired = pairs.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        differences.AddRange(theInterface.Request.Where(field => !paired.Contains(field))
            .Select(field => new ItemDifference(ItemDifferenceKind.OnlyInInterface, field.Title, "", field.Name, "", field.Source)));
        return differences;
    }

    private static Dictionary<ImportedItem, ImportedField> Pair(IReadOnlyList<ImportedItem> items, IReadOnlyList<ImportedField> fields)
    {
        var pairs = new Dictionary<ImportedItem, ImportedField>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<ImportedField>(ReferenceEqualityComparer.Instance);
        Func<ImportedItem, string>[] ofItem = [item => item.Name, item => item.Romaji, item => Likeness([item.Sample], item.Type, item.Length)];
        Func<ImportedField, string>[] ofField = [field => field.Title, field => field.Name, field => Likeness(field.Samples, field.Type, field.Length)];
        for (var round = 0; round < ofItem.Length; round++)
        {
            var left = items.Where(item => !pairs.ContainsKey(item)).ToLookup(item => ofItem[round](item));
            var right = fields.Where(field => !taken.Contains(field)).ToLookup(field => ofField[round](field));
            foreach (var group in left.Where(group => group.Key.Length > 0 && group.Count() == 1 && right[group.Key].Count() == 1))
            {
                pairs[group.Single()] = right[group.Key].Single();
                taken.Add(right[group.Key].Single());
            }
        }

        return pairs;
    }

    /// <summary>Short values such as 0 and 1 are shared by unrelated flags, so only samples of two characters or more tell.</summary>
    private static string Likeness(IReadOnlyList<string> samples, string type, string length) =>
        samples is [{ Length: >= 2 } sample] ? $"{sample}|{Width.Fold(type)}|{length}" : "";

    private static IEnumerable<ItemDifference> Compare(ImportedItem item, ImportedField field)
    {
        var requirement = field.IsRequired ? "必須" : field.Condition is not null ? "条件付き必須" : "任意";
        (ItemDifferenceKind Kind, string InList, string InInterface)[] points =
        [
            (ItemDifferenceKind.Name, item.Name, field.Title),
            (ItemDifferenceKind.Romaji, item.Romaji, field.Name),
            (ItemDifferenceKind.Type, item.Type, field.Type),
            (ItemDifferenceKind.Length, item.Length, field.Length),
            (ItemDifferenceKind.Requirement, item.Output, requirement),
            (ItemDifferenceKind.Condition, field.Condition is null ? "" : item.Condition, item.Condition.Length == 0 ? "" : field.Condition?.Text ?? ""),
        ];
        return points.Where(point => point.InList != point.InInterface)
            .Select(point => new ItemDifference(point.Kind, $"{item.Id} {item.Name}", point.InList, point.InInterface, item.Source, field.Source));
    }
}
