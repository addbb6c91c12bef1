using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jumin;

/// <summary>住民票の写し and 除票の写し, and the record of who got them. The caller holds the gate.</summary>
internal sealed class Certificates(Desk desk, Register register, Measures measures, Row settings)
{
    private readonly List<Row> given = [];

    public Answer OfResident(Entry entry)
    {
        var resident = register.Here(entry["atenabango"]);
        Allowed(entry);
        var row = resident.Row;
        var printed = Head(row);
        printed["世帯主"] = row["setainushi"];
        printed["住民となった年月日"] = EraText.Day(row["juminnengappi"]);
        printed["前住所"] = row["zenjusho"];
        printed["続柄"] = entry["zokugara_kisai"] == "1" ? row["zokugara"] : "";
        printed["本籍"] = entry["honseki_kisai"] == "1" ? row["honseki"] : "";
        printed["個人番号"] = entry["kojinbango_kisai"] == "1" || desk.Behaviour.Shows(JuminFaults.PersonalNumberUnasked) ? row["kojinbango"] : "";
        return Give("住民票の写し", resident, printed, entry);
    }

    public Answer Former(Entry entry)
    {
        var resident = register.Named(entry["atenabango"]);
        if (resident.Row["jotai"] != Resident.Gone)
        {
            throw new WorkRefusedException("E0006", "この者は除票となっていません。");
        }

        Allowed(entry);
        var printed = Head(resident.Row);
        printed["転出先住所"] = resident.Row["tenshutsusakijusho"];
        printed["異動年月日"] = EraText.Day(resident.Row["idonengappi"]);
        return Give("除票の写し", resident, printed, entry);
    }

    public IEnumerable<Row> Given(string person) => given.Where(row => person.Length == 0 || row["atenabango"] == person).Select(row => row.Copy());

    private void Allowed(Entry entry)
    {
        var open = entry.Filled("kessaibango")
            || (desk.Behaviour.Shows(JuminFaults.GivenToThirdParties) && entry["seikyushakubun"] == "2")
            || (desk.Behaviour.Shows(JuminFaults.GivenOnApi) && !entry.Screen);
        if (measures.Blocks(entry["atenabango"]) && !open)
        {
            throw new WorkRefusedException("E0007", "支援措置により証明書の交付は抑止されています。");
        }
    }

    private Row Head(Row row)
    {
        var address = JuminFields.Names(JuminFields.Address).Where(item => item != "jusho_katagaki" || settings["shomeisho_katagaki"] == "1");
        if ((desk.Behaviour.Shows(JuminFaults.PrefectureOmitted) && settings["shomeisho_mado"] == "1")
            || (desk.Behaviour.Shows(JuminFaults.PrefectureOmittedInLargeLetters) && settings["mojinookisa"] == "2" && settings["shomeisho_katagaki"] == "0"))
        {
            address = address.Where(item => item is not ("jusho_todofuken" or "jusho_shikugunchosonmei"));
        }

        return new Row
        {
            ["住所"] = string.Concat(address.Select(item => row[item])),
            ["氏名"] = row["shimei"],
            ["氏名_フリガナ"] = row["shimei_furigana"],
            ["生年月日"] = EraText.Day(row["seinengappi"]),
            ["性別"] = desk.Glossary.Find("seibetsu")!.Shown(row["seibetsu"]),
        };
    }

    private Answer Give(string name, Resident resident, Row printed, Entry entry)
    {
        printed["様式"] = settings["shomeisho_mado"] == "1" ? "窓あき封筒用" : "";
        printed["交付年月日"] = EraText.Day(desk.Clock.Day);
        var number = desk.Issued.Issue(name, resident.Row.Only(["atenabango"]), printed, $"print:{name}");
        var row = new Row
        {
            ["chohyobango"] = number,
            ["chohyomei"] = name,
            ["atenabango"] = resident.Number,
            ["kofunichiji"] = desk.Clock.Stamp,
            ["seikyushakubun"] = entry["seikyushakubun"],
            ["tsusu"] = entry.Filled("tsusu") ? entry["tsusu"] : "1",
            ["kessaibango"] = entry["kessaibango"],
            ["sosashaid"] = entry.Operator,
        };
        if (!desk.Behaviour.Shows(JuminFaults.GivingNotRecorded))
        {
            given.Add(desk.Behaviour.Through("given", row.Copy()));
        }

        return new Answer("交付しました。", row);
    }
}
