using System.Globalization;
using Conformance.Reference.Core.Screens;

namespace Conformance.Reference.Office;

/// <summary>Dates, months and amounts as notices print them.</summary>
internal static class EraText
{
    /// <summary>令和8年4月1日 for 2026-04-01.</summary>
    public static string Day(string date) => JapaneseEra.Show(date);

    /// <summary>令和8年4月 for 2026-04.</summary>
    public static string Month(string month) => month.Length == 7 && Day(month + "-01") is var day && day.EndsWith("1日", StringComparison.Ordinal) ? day[..^2] : month;

    /// <summary>25,000円 for 25000.</summary>
    public static string Yen(string amount) => long.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var yen)
        ? yen.ToString("N0", CultureInfo.InvariantCulture) + "円"
        : amount;
}
