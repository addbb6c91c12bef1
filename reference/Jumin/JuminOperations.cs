using System.Globalization;
using System.Text;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Neighbours;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jumin;

/// <summary>What 住民記録 offers.</summary>
internal sealed class JuminOperations(
    Desk desk, Neighbourhood neighbourhood, Register register, Movements movements, Bookings bookings, Certificates certificates, Measures measures,
    HeldBack held, BulkIntake bulk)
{
    private const string Booking = $"uketsukebango tetsuzuki jotai {JuminFields.Person} {JuminFields.Address} tenshutsusakijusho tenshutsuyoteinengappi zenjusho shinseinichiji";
    private const string Measure = "sochibango atenabango kagaisha_shimei kaishinengappi shuryonengappi awasete1 awasete2 awasete3 shienshuryonengappi kaijoshuryonichiji jotai";

    private static readonly string[] FileItems =
        ["atenabango", .. JuminFields.Names($"{JuminFields.Person} {JuminFields.Address}"), "jotai"];

    public IEnumerable<Operation> All() =>
    [
        .. Moving().Select(one => one with { Group = "異動", Gives = JuminFields.Record }), .. Online().Select(one => one with { Group = "引越しワンストップ" }),
        .. Looking().Select(one => one with { Group = "照会" }), .. Certifying().Select(one => one with { Group = "証明" }),
        .. Protecting().Select(one => one with { Group = "支援措置" }), .. Linking().Select(one => one with { Group = "連携" }),
    ];

    private IEnumerable<Operation> Moving() =>
    [
        desk.Work("tennyu", "転入届の登録", "登録", $"uketsukebango {JuminFields.Person} {JuminFields.Address} {JuminFields.Family} idonengappi todokedenengappi", movements.MoveIn) with { ChecksItself = true },
        desk.Work("tenshutsu", "転出届の登録", "登録", "uketsukebango atenabango tenshutsusakijusho tenshutsuyoteinengappi", movements.Leave) with { ChecksItself = true },
        desk.Work("tenshutsu-kakutei", "転出の確定", "確定", "atenabango* idonengappi*", movements.ConfirmLeaving),
        desk.Work("tenkyo", "転居届の登録", "登録", $"uketsukebango atenabango {JuminFields.Address} idonengappi", movements.MoveWithin) with { ChecksItself = true },
        desk.Work("ido-torikeshi", "異動の取消し", "取消し", "atenabango* riyu*", movements.Undo),
        desk.Work("shussei", "出生届の登録", "登録", $"kojinbango shimei* shimei_furigana* seinengappi* seibetsu {JuminFields.AddressRequired} {JuminFields.Family} idonengappi*", movements.Birth),
        desk.Work("shibo", "死亡届の登録", "登録", "atenabango* idonengappi*", movements.Death),
        desk.Work("shimei-henko", "氏名等の変更", "変更", $"atenabango* {JuminFields.Person} zokugara setainushi honseki idonengappi*", movements.Change),
    ];

    private IEnumerable<Operation> Online()
    {
        yield return desk.Look("yoyaku-ichiran", "予約・届出一覧", "uketsukebango shimei", "uketsukebango tetsuzuki shimei jotai shinseinichiji", bookings.Find) with { Gives = Booking };
        yield return desk.Work("yoyaku-kyakka", "予約・届出の却下", "却下", "uketsukebango* riyu*", bookings.Refuse) with { Gives = Booking };
        foreach (var operation in held.Operations(desk, neighbourhood))
        {
            yield return operation;
        }

        yield return bulk.Operation();
        if (desk.Behaviour.Shows(JuminFaults.RetypeScreen))
        {
            yield return desk.Work("yoyaku-nyuryoku", "予約・届出の再入力", "登録", $"uketsukebango* {JuminFields.Person} {JuminFields.Address} idonengappi", entry =>
            {
                var booking = bookings.Named(entry["uketsukebango"]);
                booking.Take(entry.Items.Where(item => item.Value.Length > 0));
                return new Answer("登録しました。", booking.Copy());
            });
        }
    }

    private IEnumerable<Operation> Looking() =>
    [
        desk.Look("jumin-shokai", "住民照会", "atenabango shimei shimei_furigana seinengappi jusho_choaza itchi rireki",
            "atenabango shimei shimei_furigana seinengappi jusho_todofuken jusho_shikugunchosonmei jusho_choaza jotai keikoku", register.Search) with
        {
            Gives = $"{JuminFields.Record} keikoku{(desk.Behaviour.Shows(JuminFaults.IntegratedNumber) ? " togoatenabango" : "")}",
        },
        desk.Look("rireki-shokai", "異動履歴照会", "atenabango*", "rirekibango idojiyu idonengappi shimei jusho_choaza jotai sosashaid",
            entry => register.Named(entry["atenabango"]).States.Select(state => measures.Hide(state.Copy()))) with { Gives = $"rirekibango idojiyu {JuminFields.Record}" },
    ];

    private IEnumerable<Operation> Certifying() =>
    [
        desk.Work("juminhyo", "住民票の写しの交付", "交付", "atenabango* seikyushakubun* tsusu zokugara_kisai honseki_kisai kojinbango_kisai kessaibango", certificates.OfResident) with
        {
            Gives = "chohyobango chohyomei atenabango kofunichiji seikyushakubun tsusu kessaibango sosashaid",
        },
        desk.Work("johyo", "除票の写しの交付", "交付", "atenabango* seikyushakubun* tsusu kessaibango", certificates.Former) with
        {
            Gives = "chohyobango chohyomei atenabango kofunichiji seikyushakubun tsusu kessaibango sosashaid",
        },
        desk.Look("kofu-kiroku", "交付記録照会", "atenabango", "kofunichiji chohyobango chohyomei atenabango seikyushakubun tsusu kessaibango sosashaid",
            entry => certificates.Given(entry["atenabango"])),
    ];

    private IEnumerable<Operation> Protecting() =>
    [
        desk.Work("shiensochi-moshide", "支援措置の申出", "登録", "atenabango* kagaisha_shimei kaishinengappi* shuryonengappi* awasete1 awasete2 awasete3", measures.Register) with { Gives = Measure },
        desk.Work("shiensochi-ichijikaijo", "一時解除", "解除", "atenabango* kessaibango* kaijobyo", measures.Lift) with { Gives = Measure },
        desk.Work("shiensochi-koshin", "支援措置の更新", "更新", "atenabango* shuryonengappi*", measures.Renew) with { Gives = Measure },
        desk.Work("shiensochi-shuryo", "支援措置の終了", "終了", "atenabango* shuryoketteinengappi*", measures.End) with { Gives = Measure },
        desk.Work("shiensochi-shuki", "転出後の終期の設定", "設定", "atenabango* shienshuryonengappi*", measures.Until) with { Gives = Measure },
        desk.Look("shiensochi-shokai", "支援措置照会", "atenabango", "sochibango atenabango kaishinengappi shuryonengappi jotai", entry => measures.Find(entry["atenabango"])) with { Gives = Measure },
        desk.Look("shiensochi-kigen", "期限の近い支援措置", "kijunnengappi", "sochibango atenabango kaishinengappi shuryonengappi jotai",
            entry => measures.Ending(entry.Filled("kijunnengappi") ? entry["kijunnengappi"] : desk.Clock.Day)) with { Gives = Measure },
    ];

    private IEnumerable<Operation> Linking() =>
    [
        new Operation("renkei-shutsuryoku", "住民情報ファイルの出力", "出力", desk.Glossary.Of("renkeiid* atenabango"), WriteAsync) { Gives = "filemei kensu" },
    ];

    private async Task<Answer> WriteAsync(Entry entry, CancellationToken cancellationToken)
    {
        List<Row> rows;
        lock (desk.Gate)
        {
            rows = [.. register.All.Where(one => !entry.Filled("atenabango") || one.Number == entry["atenabango"]).Select(one => desk.Behaviour.Through("file", one.Row.Only(FileItems)))];
        }

        try
        {
            var (key, _) = await neighbourhood.Store.PutAsync(
                entry["renkeiid"], FileItems, rows, desk.Behaviour.Shows(JuminFaults.FileEncoding) ? Encoding.Unicode : Encoding.UTF8, cancellationToken);
            return new Answer("出力しました。", new Row { ["filemei"] = key, ["kensu"] = rows.Count.ToString(CultureInfo.InvariantCulture) });
        }
        catch (NeighbourException failure)
        {
            throw new WorkRefusedException([new WorkError("E0503", failure.Message)], StatusCodes.Status503ServiceUnavailable);
        }
    }
}
