using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Ui;

/// <summary>
/// Dates as screens show them. Works on the three numbers, not on calendar dates, because impossible dates are typed on purpose.
/// First days of the eras: 明治 1868-10-23, 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08, 令和 2019-05-01 (改元の各政令).
/// </summary>
internal static partial class DateText
{
    private static readonly (string Name, string Letter, int FirstYear, int FirstDay)[] Eras =
    [
        ("令和", "R", 2019, 20190501),
        ("平成", "H", 1989, 19890108),
        ("昭和", "S", 1926, 19261225),
        ("大正", "T", 1912, 19120730),
        ("明治", "M", 1868, 18681023),
    ];

    public static string Show(string value, DateForm form)
    {
        if (Iso().Match(value) is not { Success: true } match)
        {
            return value;
        }

        var (year, month, day) = (Number(match.Groups[1]), Number(match.Groups[2]), Number(match.Groups[3]));
        return form switch
        {
            DateForm.Western => Invariant($"{year}年{month}月{day}日"),
            DateForm.Slashes => Invariant($"{year:0000}/{month:00}/{day:00}"),
            DateForm.Digits => Invariant($"{year:0000}{month:00}{day:00}"),
            _ => ShowEra(value, year, month, day),
        };
    }

    public static string Read(string shown)
    {
        var text = string.Concat(LabelText.Narrow(shown).Where(c => !char.IsWhiteSpace(c)));
        if (Era().Match(text) is { Success: true } era)
        {
            var found = Eras.Single(e => e.Name == era.Groups[1].Value || e.Letter == era.Groups[1].Value
                || (era.Groups[1].Length == 1 && e.Name[0] == era.Groups[1].Value[0]));
            var inEra = era.Groups[2].Value == "元" ? 1 : Number(era.Groups[2]);
            return Invariant($"{found.FirstYear + inEra - 1:0000}-{Number(era.Groups[3]):00}-{Number(era.Groups[4]):00}");
        }

        return Western().Match(text) is { Success: true } western
            ? Invariant($"{Number(western.Groups[1]):0000}-{Number(western.Groups[2]):00}-{Number(western.Groups[3]):00}")
            : shown;
    }

    private static string ShowEra(string value, int year, int month, int day)
    {
        var number = (year * 10000) + (month * 100) + day;
        foreach (var era in Eras)
        {
            if (number >= era.FirstDay)
            {
                var inEra = year - era.FirstYear + 1;
                return Invariant($"{era.Name}{(inEra == 1 ? "元" : Invariant($"{inEra}"))}年{month}月{day}日");
            }
        }

        return value;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{2})-([0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(令和|平成|昭和|大正|明治|[令平昭大明RHSTM])\.?([0-9]{1,4}|元)[年./\-]([0-9]{1,2})[月./\-]([0-9]{1,2})日?$", RegexOptions.CultureInvariant)]
    private static partial Regex Era();

    [GeneratedRegex(@"^([0-9]{4})(?:[年./\-](?=[0-9]{1,2}[月./\-])|(?=[0-9]{4}$))([0-9]{2}|[0-9](?=[月./\-]))[月./\-]?([0-9]{1,2})日?$", RegexOptions.CultureInvariant)]
    private static partial Regex Western();
}
