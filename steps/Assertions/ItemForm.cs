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

    /// <summary>What is wrong with one value, one text each.</summary>
    public static IEnumerable<string> Faults(Standard standard, DataItem item, string value)
    {
        if (int.TryParse(item.Length, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && value.EnumerateRunes().Count(rune => !IsSelector(rune)) > length)
        {
            yield return $"{item.Name} は {length} 桁まで: {value}";
        }

        var wanted = item.Type switch
        {
            "DATE" when !IsDate(value) => "日付 YYYY-MM-DD",
            "TIME" when !TimeOnly.TryParseExact(value, ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "時刻 HH:MM:SS",
            "YEAR" when value.Length != 4 || !value.All(char.IsAsciiDigit) => "西暦の年四桁",
            "9" when !value.All(char.IsAsciiDigit) => "数字",
            "S9" when !decimal.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "符号付きの数字",
            "9V" when !decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => "小数",
            "X" when !Fixtures.Text.IsHalfWidth(value) => "半角",
            "Ｎ" when item.Code.Length == 0 && value.EnumerateRunes().Any(rune => rune.IsAscii || rune.Value is >= 0xFF61 and <= 0xFF9F) => "全角",
            _ => null,
        };
        if (wanted is not null)
        {
            yield return $"{item.Name} は{wanted}: {value}";
        }

        if (standard.Codes.FirstOrDefault(list => list.Id == item.Code) is { } codes && !codes.Values.ContainsKey(value))
        {
            yield return $"{item.Name} はコード {codes.Name}: {value}";
        }
    }

    // 凡例 データ型: an open range begins on 0000-01-01, which no calendar has, and ends on 9999-12-31.
    private static bool IsDate(string value) => value == "0000-01-01" || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // Whether a selector counts is open (F-0310-48): what fits by either reading is not too long.
    private static bool IsSelector(System.Text.Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
