using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>One child of a record.</summary>
/// <param name="At">Its number among the items, from 1.</param>
/// <param name="Born">生年月日.</param>
/// <param name="Cared">監護: without it the child neither counts nor is paid for.</param>
internal sealed record Child(int At, DateOnly Born, bool Cared)
{
    // From here on the fiscal year of 22 would lie behind the end of the calendar.
    private const string Never = "9900-01-01";

    /// <summary>The children of a record that have a birthday.</summary>
    public static IReadOnlyList<Child> Of(Row row) =>
    [
        .. Enumerable.Range(1, JidoteateFields.MostChildren)
            .Where(at => FieldCheck.IsDate(row[$"jido{at}_seinengappi"]))
            .Where(at => string.CompareOrdinal(row[$"jido{at}_seinengappi"], Never) < 0)
            .Select(at => new Child(at, Months.Day(row[$"jido{at}_seinengappi"]), row[$"jido{at}_kango"] != "0")),
    ];

    /// <summary>The day on which an age is attained: the day before the birthday (年齢計算ニ関スル法律; 民法第143条).</summary>
    public DateOnly Attains(int age)
    {
        var year = Born.Year + age;
        var birthday = Born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1) : new DateOnly(year, Born.Month, Born.Day);
        return birthday.AddDays(-1);
    }

    /// <summary>The last month of the fiscal year in which an age is attained.</summary>
    public string FiscalYearEnd(int age)
    {
        var day = Attains(age);
        return Months.Of(new DateOnly(day.Month > 3 ? day.Year + 1 : day.Year, 3, 31));
    }
}
