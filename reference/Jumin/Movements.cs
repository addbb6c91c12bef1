using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Jumin;

/// <summary>異動: 転入, 転出, 転居, 出生, 死亡, changes and what undoes them. The caller holds the gate.</summary>
internal sealed class Movements(Desk desk, Register register, Bookings bookings, Feeds feeds)
{
    private const string Needed = $"kojinbango shimei* shimei_furigana* seinengappi* seibetsu {JuminFields.AddressRequired} zokugara setainushi honseki zenjusho idonengappi*";

    public Answer MoveIn(Entry entry)
    {
        var items = bookings.Filled(entry, ["tennyu-yoyaku"]);
        var errors = FieldCheck.Of(desk.Glossary.Of(Needed), items, desk.Behaviour);
        if (errors.Count > 0 && desk.Behaviour.Shows(JuminFaults.StoredRefused))
        {
            register.Add(items, "tennyu", entry);
        }

        if (errors.Count > 0 && OutputFaults.KeepsRefused(desk.Behaviour))
        {
            desk.Refused.Add(items);
        }

        desk.OrRefuse(errors);
        var resident = register.Add(items, "tennyu", entry);
        bookings.Done(entry);
        return new Answer($"登録しました。宛名番号：{resident.Number}", register.Shown(resident));
    }

    public Answer Birth(Entry entry)
    {
        var resident = register.Add(entry.Items, "shussei", entry);
        return new Answer($"登録しました。宛名番号：{resident.Number}", register.Shown(resident));
    }

    public Answer Death(Entry entry)
    {
        var resident = register.Here(entry["atenabango"]);
        resident.Row["jotai"] = Resident.Gone;
        resident.Row["idonengappi"] = entry["idonengappi"];
        register.Keep(resident, "shibo", entry["idonengappi"], entry);
        return new Answer("登録しました。", register.Shown(resident));
    }

    /// <summary>転出届: a resident until the day on which the move is confirmed.</summary>
    public Answer Leave(Entry entry)
    {
        var items = bookings.Filled(entry, ["tenshutsu"]);
        desk.OrRefuse(FieldCheck.Of(desk.Glossary.Of("atenabango* tenshutsusakijusho* tenshutsuyoteinengappi*"), items, desk.Behaviour));
        var resident = register.Here(items["atenabango"]);
        if (resident.Row["jotai"] == Resident.Leaving)
        {
            throw new WorkRefusedException("E0008", "この者の転出届を受け付けています。");
        }

        resident.Row["tenshutsusakijusho"] = items["tenshutsusakijusho"];
        resident.Row["tenshutsuyoteinengappi"] = items["tenshutsuyoteinengappi"];
        resident.Row["shomeibango"] = desk.Numbers.Next("M", 12);
        resident.Row["jotai"] = desk.Behaviour.Shows(JuminFaults.GoneAtOnce) ? Resident.Gone : Resident.Leaving;
        resident.Keep("tenshutsu", items["tenshutsuyoteinengappi"], entry.Operator, desk.Clock.Stamp);
        feeds.MoveOut(resident, resident.Row["shomeibango"], "yotei");
        bookings.Done(entry);
        return new Answer("登録しました。", register.Shown(resident));
    }

    public Answer ConfirmLeaving(Entry entry)
    {
        var resident = register.Here(entry["atenabango"]);
        if (resident.Row["jotai"] != Resident.Leaving)
        {
            throw new WorkRefusedException("E0006", "この者は転出予定ではありません。");
        }

        resident.Row["jotai"] = desk.Behaviour.Shows(JuminFaults.ConfirmedStays) ? Resident.Leaving : Resident.Gone;
        resident.Row["idonengappi"] = entry["idonengappi"];
        register.Keep(resident, "tenshutsu", entry["idonengappi"], entry);
        feeds.MoveOut(resident, resident.Row["shomeibango"], "kakutei");
        return new Answer("確定しました。", register.Shown(resident));
    }

    public Answer MoveWithin(Entry entry)
    {
        var items = bookings.Filled(entry, ["tenkyo-yoyaku"]);
        desk.OrRefuse(FieldCheck.Of(desk.Glossary.Of($"atenabango* {JuminFields.AddressRequired} idonengappi*"), items, desk.Behaviour));
        var resident = register.Here(items["atenabango"]);
        resident.Row["zenjusho"] = resident.Address;
        resident.Row.Take(desk.Behaviour.Through("move", items.Only(JuminFields.Names($"{JuminFields.Address} idonengappi"))));
        register.Keep(resident, "tenkyo", items["idonengappi"], entry);
        bookings.Done(entry);
        return new Answer("登録しました。", register.Shown(resident));
    }

    /// <summary>氏名等の変更: blank items stay as they are.</summary>
    public Answer Change(Entry entry)
    {
        var resident = register.Here(entry["atenabango"]);
        resident.Row.Take(desk.Behaviour.Through("store", new Row().Take(entry.Items.Where(item =>
            item.Value.Length > 0 && resident.Row.Has(item.Key) && item.Key != "atenabango"))));
        register.Keep(resident, "henko", entry["idonengappi"], entry);
        return new Answer("変更しました。", register.Shown(resident));
    }

    /// <summary>異動の取消し: as it was before the last 異動.</summary>
    public Answer Undo(Entry entry)
    {
        var resident = register.Named(entry["atenabango"]);
        if (resident.States.Count < 2)
        {
            throw new WorkRefusedException("E0006", "取り消す異動がありません。");
        }

        var number = resident.Row["shomeibango"];
        var leaving = resident.States[^1]["idojiyu"] == "tenshutsu";
        if (!desk.Behaviour.Shows(JuminFaults.UndoneStays))
        {
            resident.Restore(resident.States[^2]);
        }

        register.Keep(resident, "torikeshi", desk.Clock.Day, entry);
        if (leaving && !desk.Behaviour.Shows(JuminFaults.CancellationNotTold))
        {
            feeds.MoveOut(resident, number, "torikeshi");
        }

        return new Answer("取り消しました。", register.Shown(resident));
    }
}
