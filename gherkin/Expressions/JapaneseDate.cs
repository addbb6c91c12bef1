using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Gherkin;

/// <summary>
/// Dates as people write them: <c>2026-04-01</c>, <c>2026/4/1</c>, <c>2026年4月1日</c>, <c>令和8年4月1日</c>, <c>令和元年5月1日</c>,
/// <c>R8.4.1</c>, in half- or full-width digits. An era's day outside the era is refused.
/// </summary>
public static partial class JapaneseDate
{
    internal const string Pattern =
        @"(?:明治|大正|昭和|平成|令和|[MTSHR])\s*(?:\d{1,2}|元)(?:年\s*\d{1,2}月\s*\d{1,2}日|[.．]\d{1,2}[.．]\d{1,2})|\d{4}(?:年\s*\d{1,2}月\s*\d{1,2}日|[-－]\d{2}[-－]\d{2}|[/／]\d{1,2}[/／]\d{1,2})";

    // First days: 明治 by the Gregorian calendar in use since 1873; the others as proclaimed.
    private static readonly (string Name, char Letter, DateOnly From, DateOnly To)[] Eras =
    [
        ("明治", 'M', new(1873, 1, 1), new(1912, 7, 29)),
        ("大正", 'T', new(1912, 7, 30), new(1926, 12, 24)),
        ("昭和", 'S', new(1926, 12, 25), new(1989, 1, 7)),
        ("平成", 'H', new(1989, 1, 8), new(2019, 4, 30)),
        ("令和", 'R', new(2019, 5, 1), DateOnly.MaxValue),
    ];

    /// <summary>Reads a date; false for anything that is not exactly one existing day.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        var match = Shape().Match(Widths.Narrow(text).Trim());
        if (!match.Success)
        {
            return false;
        }

        var year = match.Groups["year"].Value == "元" ? 1 : Number(match, "year");
        var era = match.Groups["era"].Value;
        var (from, to) = (DateOnly.MinValue, DateOnly.MaxValue);
        if (era.Length > 0)
        {
            var found = Array.Find(Eras, candidate => candidate.Name == era || era.Length == 1 && candidate.Letter == era[0]);
            (from, to) = (found.From, found.To);
            year += found.Letter == 'M' ? 1867 : found.From.Year - 1;
        }
        else if (match.Groups["year"].Length != 4)
        {
            return false;
        }

        var (month, day) = (Number(match, "month"), Number(match, "day"));
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new(year, month, day);
        return date >= from && date <= to;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<era>明治|大正|昭和|平成|令和|[MTSHR])?\s*(?<year>[0-9]{1,4}|元)(?:年\s*(?<month>[0-9]{1,2})月\s*(?<day>[0-9]{1,2})日|(?<sign>[-/.])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2}))$")]
    private static partial Regex Shape();
}
