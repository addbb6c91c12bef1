using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Shikyu;

/// <summary>Applications and what was decided about them.</summary>
internal sealed class Applications(Desk desk, Supplements supplements)
{
    private readonly List<Row> rows = [];
    private readonly List<Row> states = [];

    /// <summary>Everything, for the output.</summary>
    public IReadOnlyList<Row> All => rows;

    public IReadOnlyList<Row> AllStates => states;

    /// <summary>What was decided. 基準年月日 is the day of the application.</summary>
    public IEnumerable<Row> Decided => rows.Where(row => row.Filled("ketteikubun"))
        .Select(row => row.Copy().Take(new Row { ["kijunnengappi"] = row["shinseinengappi"], ["kihongaku"] = Supplements.Basic.ToString(System.Globalization.CultureInfo.InvariantCulture) }));

    public Answer Register(Entry entry)
    {
        var number = desk.Numbers.Next("S", 10);
        var row = new Row { ["shinseibango"] = number }.Take(
            entry.Items.Only(["shimei", "shimei_furigana", "seinengappi", "jusho", "kata", "shinseinengappi"]));
        row.Take(new Row { ["jotai"] = "受付", ["ketteikubun"] = "", ["ketteinengappi"] = "", ["shikyugaku"] = "", ["riyu"] = "", ["chohyobango"] = "" });
        rows.Add(desk.Behaviour.Through("store", row));
        Keep(row);
        return new Answer($"登録しました。申請番号：{number}", row.Copy());
    }

    public IEnumerable<Row> Find(Entry entry) => rows
        .Where(row => !entry.Filled("shinseibango") || row["shinseibango"] == entry["shinseibango"])
        .Where(row => !entry.Filled("shimei") || desk.Behaviour.Shows(ShikyuFaults.NameIgnored)
            || (entry["itchi"] == "kanzen" ? row["shimei"] == entry["shimei"] : row["shimei"].Contains(entry["shimei"], StringComparison.Ordinal)))
        .Select(row => desk.Behaviour.Through("show", row.Copy()));

    /// <summary>Every state of an application, oldest first.</summary>
    public IEnumerable<Row> States(Entry entry) => states.Where(row => row["shinseibango"] == entry["shinseibango"]).Select(row => row.Copy());

    public Answer Decide(Entry entry)
    {
        var row = rows.FirstOrDefault(one => one["shinseibango"] == entry["shinseibango"])
            ?? throw new WorkRefusedException("E0005", $"申請番号{entry["shinseibango"]}の申請はありません。");
        if (row["jotai"] != "受付")
        {
            throw new WorkRefusedException("E0006", "この申請は決定しています。");
        }

        var granted = entry["ketteikubun"] == "1";
        if (!granted && !entry.Filled("riyu") && !desk.Behaviour.Shows(ShikyuFaults.RefusedWithoutReason))
        {
            throw new WorkRefusedException("E0001", "理由が設定されていません。");
        }

        row["jotai"] = granted ? "支給決定" : "不支給";
        row["ketteikubun"] = entry["ketteikubun"];
        row["ketteinengappi"] = entry.Filled("ketteinengappi") ? entry["ketteinengappi"] : desk.Clock.Day;
        row["riyu"] = entry["riyu"];
        row["shikyugaku"] = !granted ? ""
            : desk.Behaviour.Shows(ShikyuFaults.AmountTyped) && entry.Filled("shikyugaku") ? entry["shikyugaku"]
            : supplements.Of(row["kata"], row["shinseinengappi"])["shikyugaku"];
        desk.Behaviour.Through("decide", row);
        row["chohyobango"] = Print(row, granted);
        if (desk.Behaviour.Shows(ShikyuFaults.HistoryLost))
        {
            states.RemoveAll(state => state["shinseibango"] == row["shinseibango"]);
        }

        Keep(row);
        return new Answer($"決定しました。{(granted ? $"支給額：{EraText.Yen(row["shikyugaku"])}" : "不支給")}", row.Copy());
    }

    private void Keep(Row row) => states.Add(row.Copy().Take(new Row
    {
        ["rirekibango"] = (states.Count(state => state["shinseibango"] == row["shinseibango"]) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
    }));

    private string Print(Row row, bool granted)
    {
        var printed = new Row { ["申請番号"] = row["shinseibango"], ["氏名"] = row["shimei"], ["住所"] = row["jusho"] };
        printed.Take(granted
            ? new Row { ["支給の型"] = desk.Glossary.Find("kata")!.Shown(row["kata"]), ["支給額"] = EraText.Yen(row["shikyugaku"]) }
            : new Row { ["理由"] = row["riyu"] });
        printed["決定年月日"] = EraText.Day(row["ketteinengappi"]);
        printed["発行年月日"] = EraText.Day(desk.Clock.Day);
        return desk.Issued.Issue(
            granted ? "支給決定通知書" : "不支給決定通知書", row.Only(["shinseibango"]), printed, granted ? "print:支給決定通知書" : "print:不支給決定通知書");
    }
}
