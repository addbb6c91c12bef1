using System.Globalization;

namespace Conformance.Reference.Jidoteate;

/// <summary>Months written YYYY-MM, which sort as text.</summary>
internal static class Months
{
    private const string Last = "9999-12";

    public static string Of(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Of(string day) => day[..7];

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The first day of a month.</summary>
    public static DateOnly First(string month) => Day(month + "-01");

    /// <summary>The month after; there is none after the last of the calendar.</summary>
    public static string Next(string month) => month == Last ? Last : Of(First(month).AddMonths(1));

    public static bool Before(string one, string other) => string.CompareOrdinal(one, other) < 0;
}
