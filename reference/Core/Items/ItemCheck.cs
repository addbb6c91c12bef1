using System.Globalization;
using System.Text;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Items;

/// <summary>Checks entered items before anything is sent. Codes and wording follow the list of errors of the 付番 interface.</summary>
internal static class ItemCheck
{
    /// <summary>All that is wrong with the entry, not the first only. Blank items pass unless required.</summary>
    public static IReadOnlyList<WorkError> Of(IReadOnlyDictionary<string, string> entry, params IEnumerable<Item> required)
    {
        var errors = new List<WorkError>();
        foreach (var item in required.Where(item => string.IsNullOrEmpty(entry.GetValueOrDefault(item.Name))))
        {
            errors.Add(new WorkError("E0001", $"{item.Label}が設定されていません。"));
        }

        var unknownBirth = entry.GetValueOrDefault("seinengappi_fushofuragu") == "1";
        foreach (var item in PersonItems.All.Append(PersonItems.MunicipalityCode).Append(PersonItems.Number))
        {
            if (entry.TryGetValue(item.Name, out var value) && value.Length > 0 && Problem(item, value, unknownBirth) is { } problem)
            {
                errors.Add(problem);
            }
        }

        return errors;
    }

    public static void OrRefuse(IReadOnlyDictionary<string, string> entry, params IEnumerable<Item> required)
    {
        var errors = Of(entry, required);
        if (errors.Count > 0)
        {
            throw new RefusedWorkException(errors);
        }
    }

    private static WorkError? Problem(Item item, string value, bool unknownBirth)
    {
        if (item.Choices.Count > 0 && item.Choices.All(choice => choice.Code != value))
        {
            var codes = string.Join("、", item.Choices.Select(choice => choice.Code).Order(StringComparer.Ordinal));
            return new WorkError("E0002", $"{item.Label}は{codes}で設定してください。");
        }

        return item.Kind switch
        {
            ItemKind.Digits when !value.All(char.IsAsciiDigit) => new WorkError("E0002", $"{item.Label}は半角数字で設定してください。"),
            ItemKind.HalfWidth when !value.All(c => c is > ' ' and <= '~') =>
                new WorkError("E0002", $"{item.Label}は半角文字で設定してください。"),
            ItemKind.FullWidth when value.EnumerateRunes().Any(IsHalfWidth) =>
                new WorkError("E0002", $"{item.Label}は全角文字で設定してください。"),
            ItemKind.Date when !IsDate(value, unknownBirth) =>
                new WorkError("E0002", $"{item.Label}はYYYY-MM-DDで設定してください。"),
            _ when item.Fixed && Length(value) != item.Length => new WorkError("E0003", $"{item.Label}は{item.Length}桁で設定してください。"),
            _ when Length(value) > item.Length => new WorkError("E0003", $"{item.Label}は{item.Length}桁以内で設定してください。"),
            _ => null,
        };
    }

    /// <summary>Characters as a reader counts them: a character outside the BMP is one, a variation selector none.</summary>
    private static int Length(string value) =>
        value.EnumerateRunes().Count(rune => rune.Value is not ((>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)));

    /// <summary>ASCII with its controls and the half-width katakana block.</summary>
    private static bool IsHalfWidth(Rune rune) => rune.Value is <= 0x7F or (>= 0xFF61 and <= 0xFF9F);

    private static bool IsDate(string value, bool unknownDay) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (unknownDay && value.Length == 10 && value[4] == '-' && value[7] == '-'
            && value.Where((_, at) => at is not (4 or 7)).All(char.IsAsciiDigit));
}
