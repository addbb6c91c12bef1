using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>支援措置 as 住民記録 tells them. The caller holds the gate.</summary>
internal sealed class Protection(Desk desk)
{
    public const string Hidden = "（非表示）";
    public const string Omitted = "記載省略";
    private const string Warning = "支援措置対象者";

    private readonly Dictionary<string, Row> entries = new(StringComparer.Ordinal);
    private readonly List<string> arrived = [];

    /// <summary>Every entry that was told.</summary>
    public IEnumerable<Row> All => entries.Values;

    /// <summary>Takes an entry; one that came before is not taken again.</summary>
    public bool Take(Row entry)
    {
        if (!entries.TryAdd(entry["sabunbango"], entry))
        {
            return false;
        }

        arrived.Add(entry["sabunbango"]);
        return true;
    }

    /// <summary>The state of each person about whom something was told, as the entry with the highest number leaves it.</summary>
    public IEnumerable<Row> Current() => entries.Values.GroupBy(entry => entry["atenabango"]).Select(own => Latest(own).Copy())
        .Select(entry => entry.Take(new Row { ["jotai"] = entry["sabunkubun"] == "kaijo" ? "解除" : "支援中" }));

    /// <summary>Whether the person, or somebody together with whom the person is protected, is.</summary>
    public bool Covers(string person) => person.Length > 0 && Current().Any(entry => entry["jotai"] == "支援中"
        && (entry["atenabango"] == person
            || (!desk.Behaviour.Shows(JidoteateFaults.TogetherForgotten) && entry["awasete"].Split(',').Contains(person))));

    /// <summary>Hides the addresses of protected people in a record for staff, and warns.</summary>
    public Row Hide(Row row)
    {
        row["keikoku"] = "";
        foreach (var (number, address) in Addresses(row))
        {
            if (Covers(row[number]) && !(desk.Behaviour.Shows(JidoteateFaults.AddressShown) && address == "jusho"))
            {
                row[address] = row.Filled(address) ? Hidden : "";
                row["keikoku"] = Warning;
            }
        }

        return row;
    }

    /// <summary>The address of somebody else than the addressee, as a notice prints it.</summary>
    public string Printed(string person, string address) =>
        address.Length > 0 && Covers(person) && !desk.Behaviour.Shows(JidoteateFaults.AddressPrinted) ? Omitted : address;

    private static IEnumerable<(string Number, string Address)> Addresses(Row row) => new[] { ("atenabango", "jusho"), ("haigusha_atenabango", "haigusha_jusho") }
        .Concat(Enumerable.Range(1, JidoteateFields.MostChildren).Select(at => ($"jido{at}_atenabango", $"jido{at}_jusho")))
        .Where(pair => row.Has(pair.Item2));

    // Numbers of one length sort as text; a longer one is the later.
    private Row Latest(IEnumerable<Row> own) => desk.Behaviour.Shows(JidoteateFaults.ProtectionAsArrived)
        ? own.OrderBy(entry => arrived.IndexOf(entry["sabunbango"])).Last()
        : own.OrderBy(entry => entry["sabunbango"].Length).ThenBy(entry => entry["sabunbango"], StringComparer.Ordinal).Last();
}
