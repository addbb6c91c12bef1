using System.Globalization;
using Conformance.Reference.Office.Faults;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>The amount of a month (児童手当法 第6条, in force since 2024-10-01) and the month with which payment begins (第8条).</summary>
internal sealed class Allowance(Behaviour behaviour)
{
    private const int Under3 = 15_000;
    private const int Else = 10_000;
    private const int ThirdOn = 30_000;

    /// <summary>What each child of the record is worth in that month, in yen, by its number among the items.</summary>
    public IReadOnlyDictionary<int, int> Each(Row row, string month)
    {
        var counted = Child.Of(row)
            .Where(child => child.Cared || behaviour.Shows(JidoteateFaults.UncaredCounted))
            .Where(child => !Months.Before(month, Months.Of(child.Born)))
            .Where(child => !Months.Before(child.FiscalYearEnd(behaviour.Shows(JidoteateFaults.CountedToEighteen) ? 18 : 22), month));
        counted = behaviour.Shows(JidoteateFaults.CountedAsEntered) ? counted : counted.OrderBy(child => child.Born).ThenBy(child => child.At);
        return counted.Select((child, rank) => (child, rank)).Where(one => Paid(one.child, month))
            .ToDictionary(one => one.child.At, one => Rate(one.child, one.rank, month));
    }

    /// <summary>手当月額 in yen, as digits.</summary>
    public string Of(Row row, string month) => Each(row, month).Values.Sum().ToString(CultureInfo.InvariantCulture);

    /// <summary>The month after the one of the claim; after that of the event where the claim came within 15 days of it.</summary>
    /// <param name="happened">事由発生年月日, or blank.</param>
    public string Begin(string claimed, string happened)
    {
        var days = behaviour.Shows(JidoteateFaults.FourteenDays) ? 14 : 15;
        var late = happened.Length == 0 || Months.Day(claimed).DayNumber - Months.Day(happened).DayNumber > days;
        return Months.Next(late || Months.Before(claimed, happened) ? Months.Of(claimed) : Months.Of(happened));
    }

    private bool Paid(Child child, string month)
    {
        var last = behaviour.Shows(JidoteateFaults.CalendarBirthday) ? Calendar(child) : child.FiscalYearEnd(18);
        return !Months.Before(last, month);
    }

    private int Rate(Child child, int rank, string month)
    {
        var third = Months.Of(behaviour.Shows(JidoteateFaults.LeapDayInMarch) && child.Born is { Month: 2, Day: 29 }
            ? child.Attains(3).AddMonths(1)
            : child.Attains(3));
        third = behaviour.Shows(JidoteateFaults.ThreeAMonthLong) ? Months.Next(third) : third;
        return rank >= 2 && !behaviour.Shows(JidoteateFaults.ThirdAsSecond) ? ThirdOn : Months.Before(third, month) ? Else : Under3;
    }

    // The fault: 18 is attained on the birthday itself, so that who was born on April 1 is paid a year more.
    private static string Calendar(Child child) => Months.Of(new DateOnly(
        child.Born.Year + 18 + (child.Born.Month > 3 ? 1 : 0), 3, 31));
}
