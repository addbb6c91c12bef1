using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jumin;

/// <summary>住民基本台帳, fictional. The caller holds the gate.</summary>
internal sealed class Register(Desk desk, Feeds feeds, Measures measures)
{
    private readonly List<Resident> all = [];
    private readonly Dictionary<string, Row> cached = new(StringComparer.Ordinal);

    public IReadOnlyList<Resident> All => all;

    public Resident? Find(string number) => all.LastOrDefault(one => one.Number == number);

    /// <exception cref="WorkRefusedException">E0005.</exception>
    public Resident Named(string number) => Find(number) ?? throw new WorkRefusedException("E0005", $"宛名番号{number}の住民は登録されていません。");

    /// <exception cref="WorkRefusedException">E0005, E0006: no longer a resident.</exception>
    public Resident Here(string number) => Named(number) is var resident && resident.Row["jotai"] != Resident.Gone
        ? resident
        : throw new WorkRefusedException("E0006", "この者は除票となっています。");

    /// <summary>転入 or 出生: a new resident with a new number.</summary>
    /// <exception cref="WorkRefusedException">E0008: the 個人番号 is somebody's.</exception>
    public Resident Add(Row items, string reason, Entry entry)
    {
        if (items.Filled("kojinbango") && all.Any(one => one.Row["kojinbango"] == items["kojinbango"] && one.Row["jotai"] != Resident.Gone))
        {
            throw new WorkRefusedException("E0008", "同じ個人番号の住民が登録されています。");
        }

        var row = new Row { ["atenabango"] = Number() };
        row.Take(items.Only(JuminFields.Names($"{JuminFields.Person} {JuminFields.Address} {JuminFields.Family}")));
        row.Take(new Row
        {
            ["juminnengappi"] = items["idonengappi"], ["tenshutsusakijusho"] = "", ["tenshutsuyoteinengappi"] = "", ["idonengappi"] = items["idonengappi"],
            ["todokedenengappi"] = items.Filled("todokedenengappi") ? items["todokedenengappi"] : desk.Clock.Day, ["shomeibango"] = "", ["jotai"] = Resident.Here,
        });
        if (desk.Behaviour.Shows(JuminFaults.IntegratedNumber))
        {
            row["togoatenabango"] = desk.Numbers.Next("8", 15);
        }

        var resident = new Resident(desk.Behaviour.Through("store", row));
        all.Add(resident);
        Keep(resident, reason, row["idonengappi"], entry);
        return resident;
    }

    /// <summary>Keeps a change of a resident, and tells the other businesses where it is one of theirs.</summary>
    public void Keep(Resident resident, string reason, string day, Entry entry)
    {
        if (desk.Behaviour.Shows(JuminFaults.HistoryOverwritten) && resident.States.Count > 0)
        {
            resident.States.Clear();
        }

        resident.Keep(reason, day, entry.Operator, desk.Clock.Stamp);
        if (reason is "tennyu" or "shussei" or "shibo" or "tenkyo" or "tenshutsu")
        {
            feeds.Event(resident, reason, day);
        }
    }

    public IEnumerable<Row> Search(Entry asked)
    {
        string[] exact = desk.Behaviour.Shows(JuminFaults.BirthdayIgnored) ? ["atenabango", "shimei_furigana"] : ["atenabango", "shimei_furigana", "seinengappi"];
        var history = asked["rireki"] == "1";
        return all
            .Where(one => history || asked.Filled("atenabango") || one.Row["jotai"] != Resident.Gone)
            .Where(one => (history && !desk.Behaviour.Shows(JuminFaults.FormerNotFound) ? one.States.Append(one.Row) : [one.Row]).Any(row =>
                exact.All(item => !asked.Filled(item) || row[item] == asked[item])
                && Matches(asked, row, "shimei") && Matches(asked, row, "jusho_choaza")))
            .Select(Shown);
    }

    /// <summary>A record as staff see it.</summary>
    public Row Shown(Resident resident)
    {
        var row = desk.Behaviour.Through("show", resident.Row.Copy());
        if (desk.Behaviour.Shows(JuminFaults.Stale))
        {
            row = (cached.TryGetValue(resident.Number, out var before) ? before : cached[resident.Number] = row).Copy();
        }

        return measures.Hide(row);
    }

    private string Number() => desk.Behaviour.Shows(JuminFaults.NumberTwice) && all.Count % 2 == 1 ? all[^1].Number : desk.Numbers.Next("1", 15);

    private static bool Matches(Entry asked, Row row, string item) => !asked.Filled(item)
        || (asked["itchi"] == "bubun" ? row[item].Contains(asked[item], StringComparison.Ordinal) : row[item] == asked[item]);
}
