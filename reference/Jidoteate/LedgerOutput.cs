using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Jidoteate;

/// <summary>What 児童手当 keeps, group by group, for the output of all data. Nothing is hidden in it. The caller holds the gate.</summary>
internal sealed class LedgerOutput(Desk desk, Ledger ledger, Claims claims, Payments payments, Allowance allowance)
{
    private const string Name = "kojinbango shimei shimei_furigana seinengappi seibetsu";

    /// <summary>The ledger, what was claimed and decided, and what was paid and sent.</summary>
    public IEnumerable<OutputGroup> OfWork(Accounts accounts, Protection protection) =>
    [
        new("受給者", "jukyusha", $"ninteibango {JidoteateFields.Person} {JidoteateFields.Spouse} genkyoyohi sashitome jotai rirekibango shikyukaishinengetsu shikyushuryonengetsu shometsujiyu",
            () => ledger.All.SelectMany(one => one.States)
            .Select(state => desk.Behaviour.Shows(JidoteateFaults.ProtectedPutOutHidden) ? protection.Hide(state.Copy()) : state)),
        new("児童", "jido", $"ninteibango {JidoteateFields.Children}", () => Current),
        new("口座", "koza", $"ninteibango kozariyo {JidoteateFields.Account} kozajotai koshinnichiji", () => Current),
        new("請求", "seikyu", $"seikyubango atenabango uketsukebango keiro tetsuzuki seikyunengappi jiyuhasseinengappi jotai ninteibango {Name} jusho {JidoteateFields.Spouse} {JidoteateFields.Children} kozariyo {JidoteateFields.Account} kozajotai koshinnichiji genkyoyohi nendo teishutsunengappi kaiteijiyu shometsujiyu",
            () => claims.All),
        new("決定", "kettei", "seikyubango ninteibango ketteikubun ketteinengappi riyu getsugaku shikyukaishinengetsu shikyushuryonengetsu kaiteijiyu kaiteinengetsu shometsujiyu", () => claims.All.Where(claim => claim.Filled("ketteikubun")).Select(Decision)),
        new("現況届", "genkyo", "ninteibango nendo teishutsunengappi", () => ledger.All.SelectMany(one => one.Reports)),
        new("支払", "shiharai", "shiharaibango ninteibango shiharainengetsu taishonengetsu kingaku jotai funojiyu", () => payments.All.Select(Payment)),
        new("帳票", "chohyo", "chohyobango chohyomei hakkonengappi atenabango ninteibango seikyubango", () => desk.Behaviour.Shows(JidoteateFaults.DocumentsNotPutOut) ? [] : desk.Issued.Find(new Row())),
        new("口座照会", "kozashokai", $"shokaibango seikyubango atenabango jotai {JidoteateFields.Account} koshinnichiji", () => accounts.Find("", "").Where(asked => asked.Filled("shokaibango"))),
        OutputGroup.Of(desk.Log),
    ];

    /// <summary>What others sent: papers, 支援措置, 異動, people who are expected, and what could not be taken in.</summary>
    public static IEnumerable<OutputGroup> OfArrivals(Attachments attachments, Protection protection, Events events, Moves moves, HeldBack held) =>
    [
        new("添付書類", "tempu", "seikyubango tempuid mei content_type size sha256", () => attachments.Find(new Row())),
        new("支援措置", "shiensochi", "sabunbango atenabango sabunkubun kaishinengappi shuryonengappi awasete", () => protection.All),
        new("異動", "ido", "idobango atenabango ninteibango idojiyu idonengappi yokakunin", () => events.Find("")),
        new("仮登録", "karitoroku", $"shomeibango atenabango {Name} zokugara tenshutsumaejusho tenshutsusakijusho tenshutsuyoteinengappi jotai", () => moves.All),
        new("保留申請", "horyu", "uketsukebango denbunshurui atenabango shimei seinengappi ayamari shorikubun denbun", () => held.All),
    ];

    private IEnumerable<Row> Current => ledger.All.Select(one => one.Row);

    // 対象年月 is half-width in the layout: the first and the last month with a stroke between them.
    private static Row Payment(Row payment) => payment.Copy().Take(new Row { ["taishonengetsu"] = payment["taishonengetsu"].Replace('〜', '/') });

    private Row Decision(Row claim)
    {
        var decision = claim.Copy();
        if (ledger.All.LastOrDefault(one => one.Number == claim["ninteibango"]) is { } recipient)
        {
            var begin = recipient.Row["shikyukaishinengetsu"];
            decision.Take(recipient.Row.Only(["shikyukaishinengetsu", "shikyushuryonengetsu"]));
            decision["getsugaku"] = allowance.Of(recipient.Children(begin), begin);
        }

        return decision;
    }
}
