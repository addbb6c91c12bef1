using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Import;

/// <summary>Dates as documents write them: 2027-04-01, 2027/4/1, 2027年4月1日, 令和9年4月1日, R9.4.1.</summary>
public static partial class JapaneseDate
{
    /// <summary>The date, or null where the text is none.</summary>
    public static DateOnly? Read(string text)
    {
        var match = Form().Match(Width.Narrow(text).Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success)
        {
            return null;
        }

        int Number(string group) => match.Groups[group].Value is "元" ? 1 : int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

        // The first year of an era is 1, so the year before it is added: 令和 2018, 平成 1988, 昭和 1925.
        var era = match.Groups["era"].Value switch { "令和" or "R" => 2018, "平成" or "H" => 1988, "昭和" or "S" => 1925, _ => 0 };
        var (year, month, day) = (era + Number("year"), Number("month"), Number("day"));
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    [GeneratedRegex("^(?:(?<era>令和|平成|昭和|R|H|S)(?<year>元|[0-9]{1,2})|(?<year>[0-9]{4}))[年./-](?<month>[0-9]{1,2})[月./-](?<day>[0-9]{1,2})日?(?:00:00:00)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
