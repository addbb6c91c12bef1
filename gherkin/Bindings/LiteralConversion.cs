using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Conformance.Gherkin;

/// <summary>
/// Reads values from text, the same in every culture: numbers in half- or full-width digits, amounts (<c>1,234円</c>), dates in
/// western and Japanese years, times, enumerations. What cannot be read is refused; nothing becomes a default value.
/// </summary>
internal static partial class LiteralConversion
{
    public static bool TryConvert(string text, Type target, out object? value)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (type == typeof(string) || type == typeof(object))
        {
            value = text;
            return true;
        }

        if (type != target && text.Length == 0)
        {
            value = null;
            return true;
        }

        value = Parse(text, type);
        return value is not null;
    }

    private static object? Parse(string text, Type type)
    {
        var narrow = Widths.Narrow(text).Trim();
        if (type.IsEnum)
        {
            return ParseEnum(text, type);
        }

        if (type == typeof(DateOnly))
        {
            return JapaneseDate.TryParse(narrow, out var date) ? date : null;
        }

        if (type == typeof(TimeOnly))
        {
            return ParseTime(narrow);
        }

        if (type == typeof(DateTime))
        {
            return ParseDateTime(narrow);
        }

        if (type == typeof(bool))
        {
            return ParseBool(narrow);
        }

        if (type == typeof(char))
        {
            return text.Length == 1 ? text[0] : null;
        }

        if (type == typeof(Uri))
        {
            return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri) ? uri : null;
        }

        return ParseNumber(narrow, type) ?? ParseOther(narrow, type);
    }

    private static object? ParseNumber(string text, Type type)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        const NumberStyles Real = NumberStyles.Float;
        if (text.EndsWith('円'))
        {
            text = text[..^1].TrimEnd();
        }

        // .NET would read 1,2 as 12; only groups of three are meant as such.
        if (text.Contains(',', StringComparison.Ordinal) && Grouped().IsMatch(text))
        {
            text = text.Replace(",", "", StringComparison.Ordinal);
        }

        var culture = CultureInfo.InvariantCulture;
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Int32 => int.TryParse(text, Whole, culture, out var value) ? value : null,
            TypeCode.Int64 => long.TryParse(text, Whole, culture, out var value) ? value : null,
            TypeCode.Int16 => short.TryParse(text, Whole, culture, out var value) ? value : null,
            TypeCode.SByte => sbyte.TryParse(text, Whole, culture, out var value) ? value : null,
            TypeCode.Byte => byte.TryParse(text, Whole, culture, out var value) ? value : null,
            TypeCode.UInt16 => ushort.TryParse(text, Whole, culture, out var value) ? value : null,
            TypeCode.UInt32 => uint.TryParse(text, Whole, culture, out var value) ? value : null,
            TypeCode.UInt64 => ulong.TryParse(text, Whole, culture, out var value) ? value : null,
            TypeCode.Decimal => decimal.TryParse(text, Real, culture, out var value) ? value : null,
            TypeCode.Double => double.TryParse(text, Real, culture, out var value) ? value : null,
            TypeCode.Single => float.TryParse(text, Real, culture, out var value) ? value : null,
            _ => type == typeof(BigInteger) && BigInteger.TryParse(text, Whole, culture, out var value) ? value : null,
        };
    }

    private static object? ParseOther(string text, Type type)
    {
        var culture = CultureInfo.InvariantCulture;
        if (type == typeof(TimeSpan))
        {
            return ParseTimeSpan(text);
        }

        if (type == typeof(DateTimeOffset))
        {
            return DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out var offset) ? offset : null;
        }

        return type == typeof(Guid) && Guid.TryParse(text, out var guid) ? guid : null;
    }

    private static object? ParseEnum(string text, Type type)
    {
        var name = text.Trim();

        // Enum.TryParse takes any number, also one that is no member.
        return Enum.TryParse(type, name, ignoreCase: true, out var value) && Enum.IsDefined(type, value)
            || Enum.TryParse(type, name.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out value) && Enum.IsDefined(type, value)
            ? value
            : null;
    }

    private static bool? ParseBool(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "はい" or "有" or "あり" => true,
        "FALSE" or "いいえ" or "無" or "なし" => false,
        _ => null,
    };

    private static TimeOnly? ParseTime(string text)
    {
        var match = ClockTime().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var hour = Number(match, "hour");
        var minute = match.Groups["half"].Success ? 30 : Number(match, "minute");
        var second = Number(match, "second");
        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private static TimeSpan? ParseTimeSpan(string text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
        {
            return span;
        }

        var match = Span().Match(text);
        return match.Success && text.Length > 0
            ? new TimeSpan(Number(match, "day"), Number(match, "hour"), Number(match, "minute"), Number(match, "second"))
            : null;
    }

    private static DateTime? ParseDateTime(string text)
    {
        if (JapaneseDate.TryParse(text, out var day))
        {
            return day.ToDateTime(TimeOnly.MinValue);
        }

        // A Japanese date and a time with a blank between them.
        var blank = text.LastIndexOf(' ');
        if (blank > 0 && JapaneseDate.TryParse(text[..blank], out var date) && ParseTime(text[(blank + 1)..]) is { } time)
        {
            return date.ToDateTime(time);
        }

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value) ? value : null;
    }

    private static int Number(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?|時(?:(?<half>半)|(?<minute>[0-9]{1,2})分(?:(?<second>[0-9]{1,2})秒)?)?)$")]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?:(?<day>[0-9]{1,5})日間?)?(?:(?<hour>[0-9]{1,5})時間)?(?:(?<minute>[0-9]{1,5})分間?)?(?:(?<second>[0-9]{1,6})秒間?)?$")]
    private static partial Regex Span();
}
