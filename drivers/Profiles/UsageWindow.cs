using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Spec;

namespace Conformance.Drivers.Profiles;

/// <summary>
/// When a shared environment may be used, in Japan Standard Time: 「月-金 09:00-17:30」, 「土日 10:00-16:00」, 「毎日 22:00-06:00」 (over midnight) or 「2026-11-23 10:00-12:00」.
/// </summary>
/// <param name="Days">Days of the week on which it begins; null where it begins on one date.</param>
/// <param name="Date">The one date; null where there are days.</param>
public sealed partial record UsageWindow(IReadOnlySet<DayOfWeek>? Days, DateOnly? Date, TimeOnly From, TimeOnly Until)
{
    private const string Week = "日月火水木金土";

    /// <exception cref="FormatException">Not such a text.</exception>
    public static UsageWindow Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success || !Clock(match.Groups["from"].Value, out var from) || !Clock(match.Groups["until"].Value, out var until) || from == until)
        {
            throw new FormatException($"\"{text}\" is no window.");
        }

        var when = match.Groups["when"].Value;
        return DateOnly.TryParseExact(when, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new UsageWindow(null, date, from, until)
            : when is [>= '0' and <= '9', ..] ? throw new FormatException($"\"{when}\" is no date.")
            : new UsageWindow(DaysOf(when), null, from, until);
    }

    /// <summary>When the use that is under way at a time ends; null where none is.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset now) => Around(now).Where(use => use.From <= now && now < use.Until).Select(use => (DateTimeOffset?)use.Until).Max();

    /// <summary>When the next use begins after a time; null where none does within two weeks.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now) => Around(now).Where(use => use.From > now).Select(use => (DateTimeOffset?)use.From).Min();

    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Around(DateTimeOffset now)
    {
        var today = JapanTime.DayOf(now);
        var days = Date is { } only ? [only] : Enumerable.Range(-1, 16).Select(today.AddDays).Where(day => Days!.Contains(day.DayOfWeek));
        return days.Select(day => (At(day, From), At(Until > From ? day : day.AddDays(1), Until)));
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), JapanTime.Offset);

    private static HashSet<DayOfWeek> DaysOf(string text)
    {
        if (text is "" or "毎日")
        {
            return [.. Enum.GetValues<DayOfWeek>()];
        }

        if (text.Split('-') is [[var first], [var last]])
        {
            var (from, to) = (Week.IndexOf(first, StringComparison.Ordinal), Week.IndexOf(last, StringComparison.Ordinal));
            return [.. Enumerable.Range(0, ((to - from + 7) % 7) + 1).Select(i => (DayOfWeek)((from + i) % 7))];
        }

        return [.. text.Select(day => (DayOfWeek)Week.IndexOf(day, StringComparison.Ordinal))];
    }

    private static bool Clock(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    [GeneratedRegex(@"^(?:(?<when>毎日|[月火水木金土日]-[月火水木金土日]|[月火水木金土日]+|[0-9]{4}-[0-9]{2}-[0-9]{2}) )?(?<from>[0-9:]{5,8})-(?<until>[0-9:]{5,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
