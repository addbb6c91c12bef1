using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>異動 of residents: taken once, shown to staff where they touch somebody's right. The caller holds the gate.</summary>
internal sealed class Events(Desk desk, Ledger ledger, People people, Notices notices)
{
    private readonly List<Row> rows = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public bool Take(Row entry)
    {
        if (!seen.Add(entry["idobango"]) && !desk.Behaviour.Shows(JidoteateFaults.EventTwice))
        {
            return false;
        }

        people.Learn(entry);
        var touched = ledger.All.LastOrDefault(one => one.Active && (one.Row["atenabango"] == entry["atenabango"]
            || Enumerable.Range(1, JidoteateFields.MostChildren).Any(at => one.Row[$"jido{at}_atenabango"] == entry["atenabango"])));
        var matters = entry["idojiyu"] == "shussei" || (touched is not null && entry["idojiyu"] is "shibo" or "tenshutsu" or "kokugai");
        var row = entry.Copy();
        row["ninteibango"] = touched?.Number ?? "";
        row["yokakunin"] = matters && !(desk.Behaviour.Shows(JidoteateFaults.DeathUnnoticed) && entry["idojiyu"] == "shibo") ? "1" : "0";
        rows.Add(desk.Behaviour.Through("event", row));
        if (touched is not null && entry["idojiyu"] is "tenshutsu" or "kokugai" && touched.Row["atenabango"] == entry["atenabango"])
        {
            MoveOut(touched, entry["idonengappi"]);
        }

        return true;
    }

    public IEnumerable<Row> Find(string person) => rows.Where(row => person.Length == 0 || row["atenabango"] == person).Select(row => row.Copy());

    // 転出予定日の属する月分まで.
    private void MoveOut(Recipient recipient, string day)
    {
        if (desk.Behaviour.Shows(JidoteateFaults.MovedOutStays))
        {
            return;
        }

        recipient.Row["jotai"] = "消滅";
        recipient.Row["shometsujiyu"] = "2";
        recipient.Row["shikyushuryonengetsu"] = Months.Of(day);
        notices.Ended(recipient.Row);
        ledger.Changed(recipient, "転出", new Entry(new Row(), "自動", Screen: false));
    }
}
