using System.Globalization;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jumin;

/// <summary>A resident, or who was one: the current record and the states in order.</summary>
internal sealed class Resident(Row row)
{
    public const string Here = "住民";
    public const string Leaving = "転出予定";
    public const string Gone = "除票";

    public Row Row { get; private set; } = row;

    public List<Row> States { get; } = [];

    public string Number => Row["atenabango"];

    /// <summary>The whole address in one line.</summary>
    public string Address => Whole(Row);

    public static string Whole(Row row) => string.Concat(JuminFields.Names(JuminFields.Address).Select(item => row[item]));

    /// <summary>Keeps the record as the next state.</summary>
    public void Keep(string reason, string day, string who, string when) => States.Add(new Row
    {
        ["rirekibango"] = (States.Count + 1).ToString(CultureInfo.InvariantCulture),
        ["idojiyu"] = reason,
        ["idonengappi"] = day,
        ["sosashaid"] = who,
        ["sosanichiji"] = when,
    }.Take(Row.Where(item => item.Key != "idonengappi")));

    /// <summary>The record as it was before the last state.</summary>
    public void Restore(Row before) => Row = new Row().Take(before.Where(item => Row.Has(item.Key) && item.Key != "rirekibango"));
}
