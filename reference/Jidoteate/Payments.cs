using System.Globalization;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>支払. The caller holds the gate.</summary>
internal sealed class Payments(Desk desk, Ledger ledger, Allowance allowance, Accounts accounts)
{
    private static readonly string[] Account = [.. JidoteateFields.Names(JidoteateFields.Account)];

    private readonly List<(Row Row, Recipient To, IReadOnlyList<string> Months)> all = [];

    public IEnumerable<Row> All => all.Select(one => one.Row);

    /// <summary>定時払い is in the even months (第8条第4項).</summary>
    /// <exception cref="WorkRefusedException">E0006: an odd month.</exception>
    public Answer Extract(Entry entry)
    {
        var month = entry["shiharainengetsu"];
        if (Months.First(month).Month % 2 == 1)
        {
            throw new WorkRefusedException("E0006", "定時払いの支払月は偶数月です。");
        }

        foreach (var recipient in ledger.All.Where(one => !entry.Filled("ninteibango") || one.Number == entry["ninteibango"]))
        {
            Plan(recipient, month);
        }

        return Answer.Found([.. Find(entry)]);
    }

    /// <summary>随時払い: any month.</summary>
    public Answer AtAnyTime(Entry entry)
    {
        var recipient = ledger.Named(entry["ninteibango"]);
        if (desk.Behaviour.Shows(JidoteateFaults.NothingAtAnyTime))
        {
            return new Answer("抽出しました。", new Row { ["ninteibango"] = recipient.Number, ["shiharainengetsu"] = entry["shiharainengetsu"] });
        }

        Plan(recipient, entry["shiharainengetsu"]);
        return new Answer("抽出しました。", [.. Find(entry)]);
    }

    public IEnumerable<Row> Find(Entry asked)
    {
        string[] exact = ["shiharaibango", "ninteibango", "shiharainengetsu"];
        return all.Where(one => exact.All(item => !asked.Filled(item) || one.Row[item] == asked[item])).Select(one => one.Row.Copy());
    }

    /// <summary>People of planned payments whose account is being asked for.</summary>
    public bool Waiting(Entry entry) => ledger.All
        .Where(one => !entry.Filled("ninteibango") || one.Number == entry["ninteibango"])
        .Any(one => one.Row["kozajotai"] == "照会中" && accounts.Open(one.Row["atenabango"]));

    /// <summary>The payments that go into the file: planned, with an account, not withheld. They are paid with that.</summary>
    public IReadOnlyList<(Row Payment, Row Recipient)> CarryOut(Entry entry)
    {
        var due = all.Where(one => one.Row["shiharainengetsu"] == entry["shiharainengetsu"] && one.Row["jotai"] is "支払予定" or "口座未確定" or "差止")
            .Where(one => !entry.Filled("ninteibango") || one.Row["ninteibango"] == entry["ninteibango"]).ToList();
        due.ForEach(one => Refresh(one.Row, one.To));
        var paid = due.Where(one => one.Row["jotai"] == "支払予定").ToList();
        paid.ForEach(one => one.Row["jotai"] = "支払済");
        return [.. paid.Select(one => (one.Row, one.To.Row))];
    }

    /// <summary>振込不能: its months are unpaid again.</summary>
    public Answer Failed(Entry entry)
    {
        var (row, to, months) = all.FirstOrDefault(one => one.Row["shiharaibango"] == entry["shiharaibango"]);
        if (row is null)
        {
            throw new WorkRefusedException("E0005", $"支払番号{entry["shiharaibango"]}の支払はありません。");
        }

        if (row["jotai"] != "支払済")
        {
            throw new WorkRefusedException("E0006", $"この支払は{row["jotai"]}です。");
        }

        row["jotai"] = "振込不能";
        row["funojiyu"] = entry["funojiyu"];
        if (!desk.Behaviour.Shows(JidoteateFaults.FailedStaysPaid))
        {
            to.Paid.ExceptWith(months);
        }

        to.Row["kozajotai"] = "未確定";
        if (to.Row["kozariyo"] == "1")
        {
            to.Row["kozajotai"] = "照会中";
            accounts.Ask(to.Row["atenabango"], "", "");
        }

        ledger.Changed(to, "振込不能", entry);
        return new Answer("登録しました。", row.Copy());
    }

    // Unpaid months before the month of payment, from the first to the last one of the right.
    private void Plan(Recipient recipient, string month)
    {
        var months = new List<string>();
        var last = recipient.Row.Filled("shikyushuryonengetsu") ? recipient.Row["shikyushuryonengetsu"] : "9999-12";
        var end = desk.Behaviour.Shows(JidoteateFaults.PaysCurrentMonth) ? Months.Next(month) : month;
        for (var at = recipient.Row["shikyukaishinengetsu"]; Months.Before(at, end) && !Months.Before(last, at); at = Months.Next(at))
        {
            if (!recipient.Paid.Contains(at) && allowance.Of(recipient.Children(at), at) != "0")
            {
                months.Add(at);
            }
        }

        if (months.Count == 0)
        {
            foreach (var (planned, to, _) in all.Where(one => one.To == recipient && one.Row["shiharainengetsu"] == month))
            {
                Refresh(planned, to);
            }

            return;
        }

        var amount = months.Sum(at => int.Parse(allowance.Of(recipient.Children(at), at), CultureInfo.InvariantCulture));
        var row = new Row
        {
            ["shiharaibango"] = desk.Numbers.Next("P", 12),
            ["ninteibango"] = recipient.Number,
            ["atenabango"] = recipient.Row["atenabango"],
            ["shimei"] = recipient.Row["shimei"],
            ["shiharainengetsu"] = month,
            ["taishonengetsu"] = months.Count == 1 ? months[0] : $"{months[0]}〜{months[^1]}",
            ["kingaku"] = amount.ToString(CultureInfo.InvariantCulture),
            ["jotai"] = "支払予定",
            ["funojiyu"] = "",
        };
        Refresh(desk.Behaviour.Through("plan", row), recipient);
        recipient.Paid.UnionWith(months);
        all.Add((row, recipient, months));
    }

    private void Refresh(Row payment, Recipient to)
    {
        if (payment["jotai"] is not ("支払予定" or "口座未確定" or "差止"))
        {
            return;
        }

        payment.Take(to.Row.Only(Account));
        payment["jotai"] = to.Row["sashitome"] == "1" ? "差止"
            : to.Row["kozajotai"] == "確定" || desk.Behaviour.Shows(JidoteateFaults.NoAccountPaid) ? "支払予定"
            : "口座未確定";
    }
}
