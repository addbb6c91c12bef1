using System.Globalization;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>受給者: the current record, its states in order, the children by month, and the months that were paid.</summary>
internal sealed class Recipient(Row row)
{
    private readonly List<Row> states = [];
    private readonly List<(string From, Row Children)> children = [];
    private readonly SortedDictionary<string, string> reports = new(StringComparer.Ordinal);

    public Row Row { get; } = row;

    public string Number => Row["ninteibango"];

    /// <summary>Months that are paid, or stand in a payment that is not yet carried out.</summary>
    public HashSet<string> Paid { get; } = new(StringComparer.Ordinal);

    /// <summary>現況届 that were handed in, the last one of each 年度.</summary>
    public IEnumerable<Row> Reports => reports.Select(one => new Row { ["ninteibango"] = Number, ["nendo"] = one.Key, ["teishutsunengappi"] = one.Value });

    public List<Row> States => states;

    public bool Active => Row["jotai"] == "受給中";

    /// <summary>The children that count in a month.</summary>
    public Row Children(string month) => children.LastOrDefault(one => !Months.Before(month, one.From)).Children ?? Row;

    public void ChildrenFrom(string month, Row list)
    {
        children.RemoveAll(one => !Months.Before(one.From, month));
        children.Add((month, list));
    }

    /// <summary>Takes 現況届 of a 年度.</summary>
    public void Report(string year, string day) => reports[year] = day;

    /// <summary>提出年月日 of 現況届; blank where it was not handed in.</summary>
    public string Reported(string year) => reports.GetValueOrDefault(year, "");

    /// <summary>Numbers the state and keeps it.</summary>
    public void Keep(string why, string who, string when)
    {
        Row["rirekibango"] = (states.Count + 1).ToString(CultureInfo.InvariantCulture);
        states.Add(new Row { ["rirekibango"] = Row["rirekibango"], ["jiyu"] = why, ["sosashaid"] = who, ["sosanichiji"] = when }.Take(Row));
    }
}
