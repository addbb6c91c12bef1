using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>審査, 公金受取口座 and 決定. The caller holds the gate.</summary>
internal sealed class Decisions(
    Desk desk, Neighbourhood neighbourhood, Claims claims, Ledger ledger, Accounts accounts, Allowance allowance, Notices notices, Changes changes)
{
    private static readonly string[] Account = [.. JidoteateFields.Names(JidoteateFields.Account)];

    /// <summary>審査開始: the registered account is asked for where, and only where, the person wants it used.</summary>
    public Answer Examine(Entry entry)
    {
        var claim = claims.Named(entry["seikyubango"]);
        Require(claim["jotai"] is "受付", claim);
        claim["jotai"] = "審査中";
        if ((claim["kozariyo"] == "1" || desk.Behaviour.Shows(JidoteateFaults.AgainstIntention)) && claim["tetsuzuki"] == "nintei")
        {
            claim["kozajotai"] = "照会中";
            if (!desk.Behaviour.Shows(JidoteateFaults.AccountNotAsked))
            {
                accounts.Ask(claim["atenabango"], claim["uketsukebango"], claim["seikyubango"]);
                neighbourhood.Wake();
            }
        }

        if (!desk.Behaviour.Shows(JidoteateFaults.ExaminationNotTold))
        {
            neighbourhood.Tell(claim["uketsukebango"], "shinsachu");
        }

        return new Answer("審査を開始しました。", claim.Copy());
    }

    /// <summary>認定 or 却下, and the notice.</summary>
    public Answer Decide(Entry entry)
    {
        var claim = claims.Named(entry["seikyubango"]);
        Require(claim["jotai"] is "審査中", claim);
        var granted = entry["ketteikubun"] == "1";
        if (!granted && !entry.Filled("riyu") && !desk.Behaviour.Shows(JidoteateFaults.RefusedWithoutReason))
        {
            throw new WorkRefusedException("E0001", "理由が設定されていません。");
        }

        var day = entry.Filled("ketteinengappi") ? entry["ketteinengappi"] : desk.Clock.Day;
        var result = !granted ? new Row { ["chohyobango"] = notices.Refused(claim, entry["riyu"], day) }
            : claim["tetsuzuki"] == "nintei" ? Grant(claim, day, entry.Operator)
            : changes.ByApplication(claim, entry);
        claim["jotai"] = granted ? "認定" : "却下";
        claim["ketteikubun"] = entry["ketteikubun"];
        claim["ketteinengappi"] = day;
        claim["riyu"] = entry["riyu"];
        desk.Behaviour.Through("decide", claim);
        claim.Take(result.Only(["ninteibango", "chohyobango"]));
        if (granted || !desk.Behaviour.Shows(JidoteateFaults.RefusalNotTold))
        {
            neighbourhood.Tell(claim["uketsukebango"], granted ? "kanryo" : "kyakka");
        }

        return new Answer(granted ? $"認定しました。認定番号：{claim["ninteibango"]}" : "却下しました。", claim.Copy().Take(result));
    }

    /// <summary>An answer about an account has arrived: it becomes the account of the claim and of who is paid already.</summary>
    public void Answered(Inquiry asked)
    {
        var state = asked.State == "確定" ? "確定" : "未確定";
        if (asked.Claim.Length > 0)
        {
            Set(claims.Named(asked.Claim), asked, state);
        }

        var person = asked.Claim.Length > 0 ? claims.Named(asked.Claim)["atenabango"] : asked.Person;
        if (ledger.ActiveOf(person) is { } recipient && (recipient.Row["kozariyo"] == "1" || desk.Behaviour.Shows(JidoteateFaults.AgainstIntention)))
        {
            Set(recipient.Row, asked, state);
            ledger.Changed(recipient, "口座照会", new Entry(new Row(), "自動", Screen: false));
        }
    }

    /// <summary>The provider says that a registered account was changed or deleted: it is asked for again.</summary>
    public void AccountChanged(string person)
    {
        if (!desk.Behaviour.Shows(JidoteateFaults.StaleAccount) && ledger.ActiveOf(person) is { } recipient && recipient.Row["kozariyo"] == "1")
        {
            recipient.Row["kozajotai"] = "照会中";
            accounts.Ask(person, "", "");
        }
    }

    private static void Set(Row row, Inquiry asked, string state)
    {
        row["kozajotai"] = state;
        row["koshinnichiji"] = asked.UpdatedAt;
        row.Take(Account.Select(item => KeyValuePair.Create(item, asked.Account[item])));
    }

    private Row Grant(Row claim, string day, string who)
    {
        var begin = allowance.Begin(claim["seikyunengappi"], claim["jiyuhasseinengappi"]);
        var account = claim["kozajotai"] is "照会中" or "確定" ? claim["kozajotai"]
            : claim["kozariyo"] != "1" && claim.Filled("kozabango") ? "確定"
            : desk.Behaviour.Shows(JidoteateFaults.NoAccountPaid) ? "確定" : "未確定";
        var recipient = ledger.Register(claim, begin, account, "認定", who);
        var amount = allowance.Of(recipient.Row, begin);
        return new Row
        {
            ["ninteibango"] = recipient.Number,
            ["getsugaku"] = amount,
            ["shikyukaishinengetsu"] = begin,
            ["chohyobango"] = notices.Granted(recipient.Row, amount, day),
        };
    }

    private static void Require(bool right, Row claim)
    {
        if (!right)
        {
            throw new WorkRefusedException("E0006", $"この請求は{claim["jotai"]}です。");
        }
    }
}
