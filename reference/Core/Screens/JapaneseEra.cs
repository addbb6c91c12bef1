using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Reference.Core.Screens;

/// <summary>和暦 of a DATE. Eras begin on the days of 元号法 and its predecessors; dates before 明治6年 are left as they are, since Japan counted
/// by another calendar then.</summary>
internal static partial class JapaneseEra
{
    private static readonly (string Name, DateOnly From)[] Eras =
    [
        ("令和", new DateOnly(2019, 5, 1)), ("平成", new DateOnly(1989, 1, 8)), ("昭和", new DateOnly(1926, 12, 25)),
        ("大正", new DateOnly(1912, 7, 30)), ("明治", new DateOnly(1873, 1, 1)),
    ];

    /// <summary>昭和39年7月1日 for 1964-07-01; what is no date stays as it is.</summary>
    public static string Show(string date)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || Eras.FirstOrDefault(era => day >= era.From) is not { Name: { } name })
        {
            return date;
        }

        var year = day.Year - FirstYear(name) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{name}{(year == 1 ? "元" : year)}年{day.Month}月{day.Day}日");
    }

    /// <summary>1964-07-01 for 昭和39年7月1日; what is no date in 和暦 stays as it is.</summary>
    public static string Read(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return text;
        }

        var year = match.Groups["year"].Value == "元" ? 1 : Number(match, "year");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{FirstYear(match.Groups["era"].Value) + year - 1:0000}-{Number(match, "month"):00}-{Number(match, "day"):00}");
    }

    private static int FirstYear(string era) => era == "明治" ? 1868 : Eras.First(one => one.Name == era).From.Year;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<era>令和|平成|昭和|大正|明治)(?<year>元|[0-9]{1,2})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日$")]
    private static partial Regex Pattern();
}
