using Conformance.Spec;
using Conformance.Steps.People;

namespace Conformance.Steps.Outputs;

/// <summary>Which of the records that were put out are somebody's.</summary>
/// <param name="correlates">Names of the items of which the first that a record has says whose it is.</param>
/// <param name="telling">Names of items that hardly anybody shares: by two of them somebody is found who has no number.</param>
internal sealed class OwnRows(IReadOnlyList<DataGroup> groups, IReadOnlyList<string> correlates, IReadOnlyList<string> telling)
{
    /// <summary>ローマ字 of every item by which a record may be found.</summary>
    public IReadOnlyCollection<string> Finds { get; } = [.. groups.SelectMany(group => Keys(group).Concat(group.Items.Where(item => correlates.Contains(item.Name) || telling.Contains(item.Name)))).Select(item => item.Romaji).Distinct()];

    /// <summary>Their values, of these people.</summary>
    public IReadOnlySet<string> Wanted(IEnumerable<Citizen> people) => people
        .SelectMany(citizen => groups.SelectMany(group => Keys(group).Select(item => item.Name)).Concat(correlates).Concat(telling).Distinct().Select(citizen.Item))
        .OfType<string>().Where(value => value.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>By what they have of the group's 主キー, else of its 外部キー, else by the number that says whose a record is; where they have none, by two telling items that the target was
    /// not sent otherwise.</summary>
    public IReadOnlyList<OutputRow> Of(Citizen citizen, DataGroup group, OutputGroup from, IReadOnlyCollection<string>? altered = null)
    {
        var known = Known(citizen, group.Keys);
        if (known.Count == 0)
        {
            known = Known(citizen, group.References);
        }

        if (known.Count == 0)
        {
            known = [.. correlates.Select(name => group.Items.FirstOrDefault(item => item.Name == name)).OfType<DataItem>().Take(1).Where(item => citizen.Item(item.Name) is { Length: > 0 })];
        }

        if (known.Count == 0)
        {
            known = [.. telling.Where(name => altered?.Contains(name) != true && citizen.Item(name) is { Length: > 0 }).Select(name => group.Items.FirstOrDefault(item => item.Name == name)).OfType<DataItem>().Take(2)];
            if (known.Count < 2)
            {
                return [];
            }
        }

        return [.. from.Kept.Where(row => known.TrueForAll(item => row[item.Romaji] == citizen.Item(item.Name)))];
    }

    /// <summary>The newest of somebody's records: the one with the greatest number among those that only the target gives, such as 履歴番号.</summary>
    public static OutputRow? Newest(Citizen citizen, DataGroup group, IReadOnlyList<OutputRow> rows) =>
        rows.Count > 1 ? InOrder(citizen, group, rows)[^1] : rows.Count == 1 ? rows[0] : null;

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<OutputRow> InOrder(Citizen citizen, DataGroup group, IReadOnlyList<OutputRow> rows)
    {
        var serials = group.Keys.Where(item => citizen.Item(item.Name) is null).Select(item => item.Romaji).ToList();
        return [.. rows.OrderBy(row => string.Join('/', serials.Select(serial => row[serial].PadLeft(20, '0'))), StringComparer.Ordinal)];
    }

    private static List<DataItem> Known(Citizen citizen, IReadOnlyList<DataItem> items) => [.. items.Where(item => citizen.Item(item.Name) is { Length: > 0 })];

    private static IEnumerable<DataItem> Keys(DataGroup group) => group.Items.Where(item => item.IsKey || item.RefersTo.Length > 0);
}
