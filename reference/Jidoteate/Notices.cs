using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Jidoteate;

/// <summary>The notices. Each is addressed to the person of the record, which then bears the number of its last one.</summary>
internal sealed class Notices(Desk desk, Protection protection)
{
    /// <summary>認定通知書.</summary>
    public string Granted(Row row, string amount, string decided) => Issue("児童手当認定通知書", row, Head(row).Take(Family(row)).Take(new Row
    {
        ["手当月額"] = EraText.Yen(amount),
        ["支給開始年月"] = EraText.Month(row["shikyukaishinengetsu"]),
        ["金融機関コード"] = row["kinyukikankodo"],
        ["店舗コード"] = row["tenpokodo"],
        ["口座番号"] = row["kozabango"].Length == 7 ? $"****{row["kozabango"][4..]}" : "",
        ["決定年月日"] = EraText.Day(decided),
    }));

    /// <summary>認定請求却下通知書.</summary>
    public string Refused(Row claim, string why, string decided) => Issue("児童手当認定請求却下通知書", claim, Head(claim).Take(new Row
    {
        ["理由"] = why,
        ["決定年月日"] = EraText.Day(decided),
    }));

    /// <summary>額改定通知書.</summary>
    public string Changed(Row row, string amount, string from) => Issue("児童手当額改定通知書", row, Head(row).Take(Family(row)).Take(new Row
    {
        ["手当月額"] = EraText.Yen(amount),
        ["改定年月"] = EraText.Month(from),
    }));

    /// <summary>支給事由消滅通知書.</summary>
    public string Ended(Row row) => Issue("児童手当支給事由消滅通知書", row, Head(row).Take(new Row
    {
        ["支給終了年月"] = EraText.Month(row["shikyushuryonengetsu"]),
    }));

    /// <summary>支払通知書.</summary>
    public string Paid(Row row, Row payment) => Issue("児童手当支払通知書", row, Head(row).Take(new Row
    {
        ["支払年月"] = EraText.Month(payment["shiharainengetsu"]),
        ["支払金額"] = EraText.Yen(payment["kingaku"]),
    }));

    private string Issue(string name, Row row, Row printed)
    {
        printed["発行年月日"] = EraText.Day(desk.Clock.Day);
        if (desk.Behaviour.Shows(JidoteateFaults.PersonalNumberPrinted))
        {
            printed["個人番号"] = row["kojinbango"];
        }

        if (name == "児童手当認定通知書" && desk.Behaviour.Shows(JidoteateFaults.EmptyNotice))
        {
            printed = new Row();
        }

        row["chohyobango"] = desk.Issued.Issue(name, row.Only(["ninteibango", "seikyubango", "atenabango"]), printed, $"print:{name}");
        return row["chohyobango"];
    }

    private static Row Head(Row row) => new() { ["認定番号"] = row["ninteibango"], ["受給者_氏名"] = row["shimei"], ["受給者_住所"] = row["jusho"] };

    private Row Family(Row row)
    {
        var printed = new Row();
        for (var at = 1; at <= JidoteateFields.MostChildren; at++)
        {
            printed[$"児童{at}_氏名"] = row[$"jido{at}_shimei"];
            printed[$"児童{at}_生年月日"] = EraText.Day(row[$"jido{at}_seinengappi"]);
            printed[$"児童{at}_住所"] = row[$"jido{at}_dokyo"] == "2" ? protection.Printed(row[$"jido{at}_atenabango"], row[$"jido{at}_jusho"]) : "";
        }

        printed["配偶者_氏名"] = row["haigusha_shimei"];
        printed["配偶者_住所"] = protection.Printed(row["haigusha_atenabango"], row["haigusha_jusho"]);
        return printed;
    }
}
