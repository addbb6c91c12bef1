using System.Globalization;

namespace Conformance.Reference.Atena;

/// <summary>Dates and times as the document writes them, and 和暦 as staff write it.</summary>
internal static class CalendarText
{
    /// <summary>First day of each era, latest first.</summary>
    private static readonly (string Name, DateOnly From)[] Eras =
    [
        ("令和", new(2019, 5, 1)), ("平成", new(1989, 1, 8)), ("昭和", new(1926, 12, 25)),
        ("大正", new(1912, 7, 30)), ("明治", new(1868, 1, 25)),
    ];

    /// <summary>YYYY-MM-DD that exists; with <paramref name="unknownParts"/> a year 0000, a month 00 and a day 00 stand for unknown.</summary>
    public static bool IsDate(string text, bool unknownParts)
    {
        if (!Split(text, out var year, out var month, out var day))
        {
            return false;
        }

        if (!unknownParts)
        {
            return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        }

        // Of an unknown year any day that some year has is possible; 2000 is a leap year.
        return month <= 12 && day <= (month == 0 ? 31 : DateTime.DaysInMonth(year == 0 ? 2000 : year, month));
    }

    /// <summary>A date with a part that is not known.</summary>
    public static bool HasUnknownPart(string text) => Split(text, out var year, out var month, out var day) && (year == 0 || month == 0 || day == 0);

    /// <summary>HH:MM or HH:MM:SS on a 24-hour clock.</summary>
    public static bool IsTime(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The parts of YYYY-MM-DD, whether or not that day exists.</summary>
    public static bool Split(string text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        return text.Length == 10 && text[4] == '-' && text[7] == '-'
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out month)
            && int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out day);
    }

    /// <summary>
    /// 昭和39年7月1日; unknown parts at the end are left out (昭和39年, 不詳). A date that 和暦 cannot say stays as it is.
    /// </summary>
    public static string ToWareki(string text)
    {
        if (text == "0000-00-00")
        {
            return "不詳";
        }

        if (!IsDate(text, unknownParts: true) || !Split(text, out var year, out var month, out var day) || year == 0 || (month == 0 && day > 0))
        {
            return text;
        }

        var first = new DateOnly(year, Math.Max(month, 1), Math.Max(day, 1));
        foreach (var (name, from) in Eras)
        {
            if (first >= from)
            {
                var number = year - from.Year + 1;
                return $"{name}{(number == 1 ? "元" : number)}年{(month == 0 ? "" : $"{month}月")}{(day == 0 ? "" : $"{day}日")}";
            }
        }

        return text;
    }

    /// <summary>The opposite of <see cref="ToWareki"/>; text that is not 和暦 comes back unchanged, for the checks to judge.</summary>
    public static string FromWareki(string text)
    {
        if (text == "不詳")
        {
            return "0000-00-00";
        }

        foreach (var (name, from) in Eras)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }

            var rest = text.AsSpan(name.Length);
            if (Part(ref rest, '年', out var year) && Part(ref rest, '月', out var month) && Part(ref rest, '日', out var day) && rest.IsEmpty && year > 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{from.Year + year - 1:0000}-{month:00}-{day:00}");
            }
        }

        return text;
    }

    // Reads 「39年」; an absent part is 0, 元 is 1, full-width digits are digits.
    private static bool Part(ref ReadOnlySpan<char> rest, char unit, out int number)
    {
        number = 0;
        if (rest.IsEmpty)
        {
            return true;
        }

        var end = rest.IndexOf(unit);
        if (end < 0)
        {
            return false;
        }

        var digits = rest[..end].ToString();
        rest = rest[(end + 1)..];
        var ascii = string.Concat(digits.Select(c => c is >= '０' and <= '９' ? (char)(c - 0xFEE0) : c));
        return digits == "元"
            ? (number = 1) == 1
            : ascii.Length <= 2 && int.TryParse(ascii, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
