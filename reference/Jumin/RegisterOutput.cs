using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Jumin;

/// <summary>What 住民記録 keeps, group by group, for the output of all data. Nothing is hidden in it. The caller holds the gate.</summary>
internal sealed class RegisterOutput(Desk desk, Register register, Certificates certificates, Measures measures)
{
    /// <summary>The register, what was given out of it and what protects it.</summary>
    public IEnumerable<OutputGroup> OfRegister =>
    [
        new("住民", "jumin", $"atenabango {JuminFields.Person} {JuminFields.Address} {JuminFields.Family} juminnengappi jotai",
            () => register.All.Select(one => desk.Behaviour.Shows(JuminFaults.ProtectedPutOutHidden) ? measures.Hide(one.Row.Copy()) : one.Row)),
        new("異動", "ido", $"atenabango rirekibango idobango idojiyu idonengappi shimei jusho todokedenengappi tenshutsusakijusho tenshutsuyoteinengappi riyu kojinbango shimei_furigana seinengappi seibetsu {JuminFields.Address} {JuminFields.Family} juminnengappi jotai",
            () => register.All.SelectMany(one => one.States).Select(Event)),
        new("証明書", "shomeisho", "chohyobango atenabango chohyomei seikyushakubun tsusu zokugara_kisai honseki_kisai kojinbango_kisai kessaibango kofunichiji", () => certificates.Given("")),
        new("支援措置", "shiensochi", "sochibango atenabango kagaisha_shimei kaishinengappi shuryonengappi jotai awasete1 awasete2 awasete3 kaijoshuryonichiji shuryoketteinengappi shienshuryonengappi", () => measures.Find("")),
        OutputGroup.Of(desk.Log),
    ];

    /// <summary>What came from ぴったりサービス, and what other businesses are told.</summary>
    public static IEnumerable<OutputGroup> OfLinkage(Desk desk, Bookings bookings, HeldBack held, Feeds feeds) =>
    [
        new("申請", "shinsei", $"uketsukebango tetsuzuki jotai shinseinichiji atenabango {JuminFields.Person} jusho {JuminFields.Address} {JuminFields.Family} idonengappi tenshutsusakijusho tenshutsuyoteinengappi ayamari shorikubun denbun",
            () => bookings.All.Concat(desk.Behaviour.Shows(JuminFaults.HeldBackNotPutOut) ? [] : Waiting(bookings, held))),
        new("転出証明書情報", "tenshutsushomei", $"shomeibango atenabango {JuminFields.Person} zokugara tenshutsumaejusho tenshutsusakijusho tenshutsuyoteinengappi jotai", () => feeds.All("tenshutsushomei")),
        new("支援措置差分", "sabun", "sabunbango atenabango sabunkubun kaishinengappi shuryonengappi awasete", () => feeds.All("shiensochi")),
    ];

    // One that was taken in after all is a booking.
    private static IEnumerable<Row> Waiting(Bookings bookings, HeldBack held) =>
        held.All.ExceptBy(bookings.All.Select(row => row["uketsukebango"]), row => row["uketsukebango"]).Select(row => row.Take(new Row { ["jotai"] = "保留" }));

    private static Row Event(Row state) => state.Copy().Take(new Row { ["idobango"] = $"{state["atenabango"]}-{state["rirekibango"]}", ["jusho"] = Resident.Whole(state) });
}
