using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Jumin;

/// <summary>What 住民記録 keeps, group by group, for the output of all data. Nothing is hidden in it. The caller holds the gate.</summary>
internal sealed class RegisterOutput(Desk desk, Register register, Certificates certificates, Measures measures)
{
    public IReadOnlyList<OutputGroup> Groups =>
    [
        new("住民", "jumin", $"atenabango {JuminFields.Person} {JuminFields.Address} {JuminFields.Family} juminnengappi jotai",
            () => register.All.Select(one => desk.Behaviour.Shows(JuminFaults.ProtectedPutOutHidden) ? measures.Hide(one.Row.Copy()) : one.Row)),
        new("異動", "ido", "atenabango rirekibango idobango idojiyu idonengappi shimei jusho todokedenengappi tenshutsusakijusho tenshutsuyoteinengappi riyu", () => register.All.SelectMany(one => one.States).Select(Event)),
        new("証明書", "shomeisho", "chohyobango atenabango chohyomei seikyushakubun tsusu zokugara_kisai honseki_kisai kojinbango_kisai kessaibango kofunichiji", () => certificates.Given("")),
        new("支援措置", "shiensochi", "sochibango atenabango kagaisha_shimei kaishinengappi shuryonengappi jotai awasete1 awasete2 awasete3 kaijoshuryonichiji shuryoketteinengappi shienshuryonengappi", () => measures.Find("")),
    ];

    private static Row Event(Row state) => state.Copy().Take(new Row { ["idobango"] = $"{state["atenabango"]}-{state["rirekibango"]}", ["jusho"] = Resident.Whole(state) });
}
