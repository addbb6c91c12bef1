using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>受給者台帳. The caller holds the gate.</summary>
internal sealed class Ledger(Desk desk, People people, Protection protection, Allowance allowance)
{
    private readonly List<Recipient> all = [];

    public IReadOnlyList<Recipient> All => all;

    /// <exception cref="WorkRefusedException">E0005.</exception>
    public Recipient Named(string number) => all.LastOrDefault(one => one.Number == number)
        ?? throw new WorkRefusedException("E0005", $"認定番号{number}の受給者は登録されていません。");

    /// <exception cref="WorkRefusedException">E0005, E0006.</exception>
    public Recipient Active(string number) => Named(number) is { Active: true } recipient
        ? recipient
        : throw new WorkRefusedException("E0006", $"認定番号{number}の受給者は消滅しています。");

    public Recipient? ActiveOf(string person) => all.LastOrDefault(one => one.Active && one.Row["atenabango"] == person);

    /// <summary>Registers a person with children and account; payment begins with the month given.</summary>
    /// <exception cref="WorkRefusedException">E0008: the person is paid already.</exception>
    public Recipient Register(Row given, string begin, string account, string why, string who)
    {
        if (ActiveOf(given["atenabango"]) is { } double_ && !desk.Behaviour.Shows(JidoteateFaults.DoubleRecipient))
        {
            throw new WorkRefusedException("E0008", $"この者は受給者として登録されています。認定番号：{double_.Number}");
        }

        var row = new Row { ["ninteibango"] = desk.Numbers.Next("N", 10) };
        row.Take(given.Only(JidoteateFields.Names($"{JidoteateFields.Person} {JidoteateFields.Spouse} {JidoteateFields.Children} kozariyo {JidoteateFields.Account}")));
        row.Take(new Row
        {
            ["kozajotai"] = account, ["koshinnichiji"] = given["koshinnichiji"], ["seikyunengappi"] = given["seikyunengappi"],
            ["genkyoyohi"] = given.Filled("genkyoyohi") ? given["genkyoyohi"] : "0", ["sashitome"] = "0", ["jotai"] = "受給中",
            ["shikyukaishinengetsu"] = begin, ["shikyushuryonengetsu"] = "", ["rirekibango"] = "", ["chohyobango"] = "",
        });
        var recipient = new Recipient(desk.Behaviour.Through("store", row));
        if (desk.Behaviour.Shows(JidoteateFaults.IntegratedNumber))
        {
            row["togoatenabango"] = desk.Numbers.Next("8", 15);
        }

        people.Learn(row);
        recipient.ChildrenFrom(begin, row.Only(JidoteateFields.Names(JidoteateFields.Children)));
        recipient.Keep(why, who, desk.Clock.Stamp);
        all.Add(recipient);
        return recipient;
    }

    /// <summary>Keeps the new state of a recipient.</summary>
    public void Changed(Recipient recipient, string why, Entry entry)
    {
        if (desk.Behaviour.Shows(JidoteateFaults.HistoryLost))
        {
            recipient.States.Clear();
        }

        recipient.Keep(why, entry.Operator, desk.Clock.Stamp);
    }

    /// <summary>A record as staff see it: protected addresses hidden, with the amount of the month.</summary>
    public Row Shown(Recipient recipient, string month)
    {
        var row = desk.Behaviour.Through("show", recipient.Row.Copy());
        row["getsugaku"] = allowance.Of(recipient.Children(desk.Behaviour.Shows(JidoteateFaults.AmountOnceAndForAll) ? row["shikyukaishinengetsu"] : month),
            desk.Behaviour.Shows(JidoteateFaults.AmountOnceAndForAll) ? row["shikyukaishinengetsu"] : month);
        return protection.Hide(row);
    }

    public IEnumerable<Row> Find(Entry asked)
    {
        var month = asked.Filled("kijunnengetsu") ? asked["kijunnengetsu"] : Months.Of(desk.Clock.Day);
        string[] exact = ["ninteibango", "atenabango", "seinengappi", "shimei_furigana"];
        return all
            .Where(one => exact.All(item => !asked.Filled(item) || one.Row[item] == asked[item]))
            .Where(one => !asked.Filled("shimei") || (asked["itchi"] == "bubun"
                ? one.Row["shimei"].Contains(asked["shimei"], StringComparison.Ordinal)
                : Name(one.Row["shimei"]) == Name(asked["shimei"])))
            .Select(one => Shown(one, month));
    }

    private string Name(string name) => desk.Behaviour.Shows(JidoteateFaults.LooseName) ? name.Split('　')[0] : name;
}
