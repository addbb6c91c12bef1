using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>Who is who: the people that 住民記録 told about and those of the ledger. The caller holds the gate.</summary>
internal sealed class People(Desk desk)
{
    private readonly Dictionary<string, Row> known = new(StringComparer.Ordinal);

    /// <summary>Takes what is said about a person; blank items say nothing.</summary>
    public void Learn(Row person)
    {
        if (!person.Filled("atenabango"))
        {
            return;
        }

        var row = known.TryGetValue(person["atenabango"], out var before) ? before : known[person["atenabango"]] = new Row();
        row.Take(person.Only(["atenabango", "kojinbango", "shimei", "seinengappi"]).Where(item => item.Value.Length > 0));
    }

    /// <summary>宛名番号 of who applies: as given, else by 個人番号, else by name and birthday, else a new one.</summary>
    public string Number(Row person)
    {
        if (person.Filled("atenabango"))
        {
            return person["atenabango"];
        }

        var found = known.Values.FirstOrDefault(one => person.Filled("kojinbango") && one["kojinbango"] == person["kojinbango"])
            ?? known.Values.FirstOrDefault(one => one["shimei"] == person["shimei"] && one["seinengappi"] == person["seinengappi"]);
        return found?["atenabango"] ?? desk.Numbers.Next("9", 15);
    }
}
