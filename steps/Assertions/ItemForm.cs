using System.Globalization;
using Conformance.Spec;

namespace Conformance.Steps.Assertions;

/// <summary>Whether values have the form that the item list of a standard gives them: type, length, code.</summary>
public static class ItemForm
{
    /// <summary>What is wrong, one text each; items without a value are nobody's fault here.</summary>
    /// <param name="linkage">連携ID: only its items are looked at. Several groups have an item of the same ローマ字, and the linkage says whose it is. Where the
    /// standard has no such linkage: every item.</param>
    /// <param name="values">By name or ローマ字 of the item.</param>
    public static IReadOnlyList<string> Faults(Standard standard, string linkage, IReadOnlyDictionary<string, string?> values) =>
        [.. Carried(standard, linkage).SelectMany(item => (values.GetValueOrDefault(item.Name) ?? values.GetValueOrDefault(item.Romaji)) is { Length: > 0 } value ? Faults(standard, item, value) : [])];

    /// <summary>The items of a linkage; all of the standard where it has no such linkage.</summary>
    public static IReadOnlyList<DataItem> Carried(Standard standard, string linkage) =>
        standard.Linkages.FirstOrDefault(known => known.Id == linkage) is { Items.Count: > 0 } found
            ? [.. found.Items.Select(id => standard.Items.FirstOrDefault(item => item.Id == id)).OfType<DataItem>()]
            : standard.Items;

    private static IEnumerable<string> Faults(Standard standard, DataItem item, string value)
    {
        if (int.TryParse(item.Length, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && value.EnumerateRunes().Count() > length)
        {
            yield return $"{item.Name} は {length} 桁まで: {value}";
        }

        if (item.Type == "DATE" && !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            yield return $"{item.Name} は日付 YYYY-MM-DD: {value}";
        }

        if (item.Type == "9" && !value.All(char.IsAsciiDigit))
        {
            yield return $"{item.Name} は数字: {value}";
        }

        if (item.Type == "X" && !value.All(character => character is >= ' ' and <= '~'))
        {
            yield return $"{item.Name} は半角: {value}";
        }

        if (standard.Codes.FirstOrDefault(list => list.Id == item.Code) is { } codes && !codes.Values.ContainsKey(value))
        {
            yield return $"{item.Name} はコード {codes.Name}: {value}";
        }
    }
}
