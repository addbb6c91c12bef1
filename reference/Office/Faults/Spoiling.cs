using System.Globalization;
using System.Text;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Faults;

/// <summary>Ways to spoil one item of a record.</summary>
internal static class Spoiling
{
    public static Action<Row> Drop(string item) => row => Change(row, item, _ => "");

    /// <summary>Loses the last character, as a reader counts.</summary>
    public static Action<Row> Cut(string item) => row => Change(row, item, value => string.Concat(Widths.Cells(value).SkipLast(1)));

    /// <summary>Keeps the first characters only.</summary>
    public static Action<Row> Keep(string item, int most) => row => Change(row, item, value => string.Concat(Widths.Cells(value).Take(most)));

    public static Action<Row> Swap(string one, string other) => row => (row[one], row[other]) = (row[other], row[one]);

    public static Action<Row> Narrow(string item) => row => Change(row, item, Widths.Narrow);

    public static Action<Row> DayLater(string item, int days) => row => Change(row, item, value =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : value);

    /// <summary>Characters outside the BMP become one question mark each.</summary>
    public static Action<Row> OutsideBmpLost(string item) => row => Change(row, item, value =>
        string.Concat(value.EnumerateRunes().Select(rune => rune.IsBmp ? rune.ToString() : Widths.IsSelector(rune) ? rune.ToString() : "?")));

    public static Action<Row> SelectorsLost(string item) => row => Change(row, item, value =>
        string.Concat(value.EnumerateRunes().Where(rune => !Widths.IsSelector(rune)).Select(rune => rune.ToString())));

    /// <summary>A leap day becomes the day before it.</summary>
    public static Action<Row> LeapDayLost(string item) => row => Change(row, item, value => value.EndsWith("-02-29", StringComparison.Ordinal) ? value[..8] + "28" : value);

    /// <summary>The amount loses what is below the step.</summary>
    public static Action<Row> RoundDown(string item, int step) => row => Change(row, item, value =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? (amount / step * step).ToString(CultureInfo.InvariantCulture)
            : value);

    /// <summary>Unicode's compatible and look-alike forms become the common one: 髙 to 高, 﨑 to 崎.</summary>
    public static Action<Row> CommonForm(string item) => row => Change(row, item, value => new StringBuilder(value).Replace('髙', '高').Replace('﨑', '崎').ToString());

    private static void Change(Row row, string item, Func<string, string> change)
    {
        foreach (var name in row.Select(pair => pair.Key).Where(name => Same(name, item)).ToList())
        {
            row[name] = change(row[name]);
        }
    }

    private static bool Same(string name, string item) =>
        name == item || (item.StartsWith("jido1_", StringComparison.Ordinal) && name.StartsWith("jido", StringComparison.Ordinal) && name.Length > 5 && name[5..] == item[5..]);
}
