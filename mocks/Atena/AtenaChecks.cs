using System.Globalization;
using System.Text;

namespace Conformance.Mocks;

/// <summary>
/// The checks that 付番API仕様 2.0版 lets a provider make; all of them at once. What the text leaves open is accepted: whether a name is 未定, a person
/// Japanese, or an address has a 町字 shows in no item, so the conditional rows 「※※」 about these refuse nothing.
/// </summary>
internal static class AtenaChecks
{
    /// <summary>必須 ◎ rows, the conditional rows that can be decided, and <see cref="Values"/>.</summary>
    /// <param name="numberRequired">宛名番号 is required by the operation itself.</param>
    public static IEnumerable<AtenaError> Registration(AtenaMessage message, bool withProcessing, bool numberRequired)
    {
        foreach (var item in AtenaItems.All.Where(item => item.Required && (withProcessing || item.Member != AtenaItems.ProcessingMember)))
        {
            if (message[item.Member] is null)
            {
                yield return AtenaError.Missing(item.Name, $"{item.Member} is required and not set.");
            }
        }

        var existing = withProcessing && message[AtenaItems.ProcessingMember] is "1" or "2";
        if ((numberRequired || existing) && message[AtenaItems.NumberMember] is null)
        {
            // The sample answer of the sheet gives E0001 for 宛名番号, which is required by a condition only.
            yield return AtenaError.Missing("宛名番号", "atenabango is required here and not set.");
        }

        if (message[AtenaItems.LinkFlagMember] == "1" && message[AtenaItems.LinkedToMember] is null)
        {
            yield return AtenaError.Correlation("名寄せ元フラグ", "名寄せ先宛名番号", "nayosemotofuragu is 1 and nayosesakiatenabango is not set.");
        }

        foreach (var error in Values(message, withProcessing))
        {
            yield return error;
        }
    }

    /// <summary>Character kind, listed values, dates and lengths of what is set.</summary>
    public static IEnumerable<AtenaError> Values(AtenaMessage message, bool withProcessing)
    {
        foreach (var item in AtenaItems.All.Where(item => withProcessing || item.Member != AtenaItems.ProcessingMember))
        {
            if (message[item.Member] is { } value && Check(item, value) is { } error)
            {
                yield return error;
            }
        }
    }

    private static AtenaError? Check(AtenaItem item, string value)
    {
        switch (item.Kind)
        {
            case AtenaItemKind.Date:
                return IsDate(value, item.UnknownDateAllowed) ? null
                    : value.Length != item.Length ? AtenaError.Length(item.Name, item.Length, $"{item.Member} is '{value}', not YYYY-MM-DD.")
                    : AtenaError.Characters(item.Name, "YYYY-MM-DD形式の日付", $"{item.Member} is '{value}', no date.");
            case AtenaItemKind.Time:
                return IsTime(value) ? null : AtenaError.Characters(item.Name, "HH:MM:SS形式の時刻", $"{item.Member} is '{value}', no time.");
            case AtenaItemKind.HalfWidth when !value.All(IsHalfWidth):
                return AtenaError.Characters(item.Name, "半角文字", $"{item.Member} has characters that are not half width.");
            case AtenaItemKind.FullWidth when !value.EnumerateRunes().All(IsFullWidthOrTolerated):
                return AtenaError.Characters(item.Name, "全角文字", $"{item.Member} has characters that are not full width.");
        }

        var length = Length(value);
        if (item.FixedLength ? length != item.Length : length > item.Length)
        {
            return AtenaError.Length(item.Name, item.Length, item.FixedLength
                ? $"{item.Member} has {length} characters, not {item.Length}."
                : $"{item.Member} has {length} characters, more than {item.Length}; the list has no code of its own for that.");
        }

        return item.Values is { } values && !values.Contains(value)
            ? AtenaError.Characters(item.Name, string.Join("または", values), $"{item.Member} is '{value}'.")
            : null;
    }

    /// <summary>Code points without variation selectors: how the text counts them is not said, and this counts least.</summary>
    private static int Length(string value) => value.EnumerateRunes().Count(rune => rune.Value is not (>= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF));

    private static bool IsHalfWidth(char c) => c is >= ' ' and <= '~' or >= '\uFF61' and <= '\uFF9F';

    /// <summary>Everything but half-width letters and kana; the half-width space is let through, since フリガナ asks for 「空白を一文字」 of no stated width,
    /// and so is the line feed of the printed samples.</summary>
    private static bool IsFullWidthOrTolerated(Rune rune) => rune.Value is ' ' or '\n' || rune.Value is not (< 0x80 or >= 0xFF61 and <= 0xFF9F);

    private static bool IsDate(string value, bool unknownAllowed) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (value.Length == 10 && value.StartsWith("0000-", StringComparison.Ordinal) && DateOnly.TryParseExact("2000" + value[4..], "yyyy-MM-dd", out _))
        || (unknownAllowed && value.Length == 10 && value[4] == '-' && value[7] == '-' && value.Count(c => c == '-') == 2);

    private static bool IsTime(string value) =>
        TimeOnly.TryParseExact(value, ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
