using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>What happens to a recipient: 変更, 口座変更, 額改定, 現況届, 消滅. The caller holds the gate.</summary>
internal sealed class Changes(Desk desk, Ledger ledger, Allowance allowance, Notices notices)
{
    private static readonly string[] Children = [.. JidoteateFields.Names(JidoteateFields.Children)];
    private static readonly string[] Account = [.. JidoteateFields.Names(JidoteateFields.Account)];

    /// <summary>受給者登録, straight into the ledger.</summary>
    public Answer Register(Entry entry)
    {
        var items = entry.Items.Copy();
        items["seikyunengappi"] = items.Filled("seikyunengappi") ? items["seikyunengappi"] : desk.Clock.Day;
        items["kozariyo"] = items.Filled("kozariyo") ? items["kozariyo"] : "0";
        var recipient = ledger.Register(
            items, allowance.Begin(items["seikyunengappi"], items["jiyuhasseinengappi"]), items.Filled("kozabango") ? "確定" : "未確定", "登録", entry.Operator);
        return new Answer($"登録しました。認定番号：{recipient.Number}", Shown(recipient));
    }

    /// <summary>受給者変更: what is given replaces, a given blank clears on the API; a screen sends every field, so there a blank changes nothing.</summary>
    /// <exception cref="WorkRefusedException">E0009: somebody else was faster.</exception>
    public Answer Change(Entry entry)
    {
        var recipient = ledger.Active(entry["ninteibango"]);
        if (entry.Filled("rirekibango") && entry["rirekibango"] != recipient.Row["rirekibango"] && !desk.Behaviour.Shows(JidoteateFaults.LostUpdate))
        {
            throw new WorkRefusedException("E0009", "他の操作者が先に変更しました。照会し直してください。");
        }

        var given = entry.Items.Where(item => item.Key is not ("ninteibango" or "rirekibango" or "sosashaid") && recipient.Row.Has(item.Key) && (item.Value.Length > 0 || !entry.Screen));
        recipient.Row.Take(desk.Behaviour.Through("store", new Row().Take(given)));
        recipient.ChildrenFrom(recipient.Row["shikyukaishinengetsu"], recipient.Row.Only(Children));
        ledger.Changed(recipient, "変更", entry);
        return new Answer("変更しました。", Shown(recipient));
    }

    /// <summary>支払口座変更.</summary>
    public Answer ChangeAccount(Entry entry)
    {
        var recipient = ledger.Active(entry["ninteibango"]);
        recipient.Row.Take(desk.Behaviour.Through("account-change", entry.Items.Only(Account)));
        recipient.Row["kozajotai"] = "確定";
        recipient.Row["kozariyo"] = "0";
        ledger.Changed(recipient, "口座変更", entry);
        return new Answer("変更しました。", Shown(recipient));
    }

    /// <summary>額改定: more from the month after the claim (or the event, 15 days), less from the month after the event.</summary>
    public Answer Revise(Entry entry)
    {
        var recipient = ledger.Active(entry["ninteibango"]);
        var more = entry["kaiteijiyu"] == "1";
        var from = more ? allowance.Begin(entry["seikyunengappi"], entry["jiyuhasseinengappi"]) : Months.Next(Months.Of(entry["jiyuhasseinengappi"]));
        if (desk.Behaviour.Shows(JidoteateFaults.RevisedAtOnce))
        {
            from = Months.Of(entry["jiyuhasseinengappi"]);
        }

        var children = entry.Items.Only(Children);
        recipient.ChildrenFrom(from, children);
        recipient.Row.Take(children);
        ledger.Changed(recipient, more ? "額改定（増額）" : "額改定（減額）", entry);
        var amount = allowance.Of(children, from);
        var number = notices.Changed(recipient.Row, amount, from);
        return new Answer("額を改定しました。", Shown(recipient).Take(new Row { ["getsugaku"] = amount, ["kaiteinengetsu"] = from, ["chohyobango"] = number }));
    }

    /// <summary>受給事由消滅: paid to the month of the event.</summary>
    public Answer End(Entry entry)
    {
        var recipient = ledger.Active(entry["ninteibango"]);
        recipient.Row["jotai"] = "消滅";
        recipient.Row["shometsujiyu"] = entry["shometsujiyu"];
        var last = Months.Of(entry["jiyuhasseinengappi"]);
        recipient.Row["shikyushuryonengetsu"] = desk.Behaviour.Shows(JidoteateFaults.EndsAMonthLate) ? Months.Next(last) : last;
        ledger.Changed(recipient, "消滅", entry);
        return new Answer("消滅としました。", Shown(recipient).Take(new Row { ["chohyobango"] = notices.Ended(recipient.Row) }));
    }

    /// <summary>現況届 of a year; it lifts the withholding.</summary>
    public Answer Report(Entry entry)
    {
        var recipient = ledger.Active(entry["ninteibango"]);
        recipient.Report(entry["nendo"], entry["teishutsunengappi"]);
        if (!desk.Behaviour.Shows(JidoteateFaults.WithholdingStays))
        {
            recipient.Row["sashitome"] = "0";
        }

        ledger.Changed(recipient, "現況届", entry);
        return new Answer("登録しました。", Shown(recipient));
    }

    /// <summary>Who has to hand 現況届 in.</summary>
    public IEnumerable<Row> MustReport(Entry entry) => ledger.All
        .Where(one => one.Active && (one.Row["genkyoyohi"] == "1" || desk.Behaviour.Shows(JidoteateFaults.EverybodyReports)))
        .Where(one => !entry.Filled("ninteibango") || one.Number == entry["ninteibango"])
        .Select(one => one.Row.Only(["ninteibango", "atenabango", "shimei", "genkyoyohi", "sashitome"])
            .Take(new Row { ["teishutsunengappi"] = one.Reported(entry["nendo"]) }));

    /// <summary>The time is over: who has to and did not is not paid.</summary>
    public Answer Withhold(Entry entry)
    {
        var late = ledger.All.Where(one => one.Active && one.Row["genkyoyohi"] == "1" && one.Reported(entry["nendo"]).Length == 0)
            .Where(one => !entry.Filled("ninteibango") || one.Number == entry["ninteibango"]).ToList();
        foreach (var recipient in late.Where(_ => !desk.Behaviour.Shows(JidoteateFaults.NobodyWithheld)))
        {
            recipient.Row["sashitome"] = "1";
            ledger.Changed(recipient, "差止", entry);
        }

        return new Answer($"{late.Count}件を差し止めました。", [.. late.Select(Shown)]);
    }

    /// <summary>A decided application other than 認定請求 does what the same work at the counter does.</summary>
    public Row ByApplication(Row claim, Entry entry)
    {
        var number = claim.Filled("ninteibango") ? claim["ninteibango"] : ledger.ActiveOf(claim["atenabango"])?.Number
            ?? throw new WorkRefusedException("E0005", "この者は受給者として登録されていません。");
        var items = claim.Copy().Take(new Row { ["ninteibango"] = number });
        foreach (var (item, otherwise) in new[] { ("kaiteijiyu", "1"), ("shometsujiyu", "4"), ("jiyuhasseinengappi", claim["seikyunengappi"]), ("nendo", claim["seikyunengappi"][..4]), ("teishutsunengappi", claim["seikyunengappi"]) })
        {
            items[item] = items.Filled(item) ? items[item] : otherwise;
        }

        var work = new Entry(items, entry.Operator, entry.Screen);
        var done = claim["tetsuzuki"] switch { "gakukaitei" => Revise(work), "genkyo" => Report(work), _ => End(work) };
        return done.Rows[0].Only(["ninteibango", "getsugaku", "kaiteinengetsu", "shikyushuryonengetsu", "chohyobango"]);
    }

    private Row Shown(Recipient recipient) => ledger.Shown(recipient, Months.Of(desk.Clock.Day));
}
