using System.Globalization;
using Conformance.Reference.Office;
using Conformance.Reference.Office.Intake;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;

namespace Conformance.Reference.Jidoteate;

/// <summary>請求・届出, from ぴったりサービス and from the counter. The caller holds the gate.</summary>
internal sealed class Claims(Desk desk, People people, Protection protection, Attachments attachments) : IApplicationDesk
{
    private static readonly string[] Kept =
    [
        .. JidoteateFields.Names($"{JidoteateFields.Person} {JidoteateFields.Spouse} {JidoteateFields.Children} kozariyo {JidoteateFields.Account}"),
        "seikyunengappi", "jiyuhasseinengappi", "genkyoyohi", "ninteibango", "kaiteijiyu", "shometsujiyu", "nendo", "teishutsunengappi",
    ];

    private readonly List<Row> all = [];

    public IReadOnlyList<Row> All => all;

    public IReadOnlyList<string> Procedures => ["nintei", "gakukaitei", "genkyo", "shometsu"];

    public IReadOnlyList<string> Problems(TakenApplication application)
    {
        var required = application.Procedure == "nintei" ? "shimei* shimei_furigana seinengappi* jusho*" : "shimei*";
        var names = JidoteateFields.Names($"{JidoteateFields.Spouse} {JidoteateFields.Account} atenabango kojinbango seibetsu kozariyo");
        var fields = desk.Glossary.Of($"{required} {(application.Procedure == "nintei" ? JidoteateFields.ChildrenRequired : JidoteateFields.Children)} {string.Join(' ', names)} seikyunengappi jiyuhasseinengappi");
        return [.. FieldCheck.Of(fields, application.Items, desk.Behaviour).Select(error => error.Message)];
    }

    public void Register(TakenApplication application)
    {
        var items = application.Items;
        if (!items.Filled("seikyunengappi"))
        {
            items["seikyunengappi"] = items["shinseinichiji"].Length >= 10 ? items["shinseinichiji"][..10] : desk.Clock.Day;
        }

        var claim = Add(items, application.Procedure, "オンライン", "自動取込");
        claim["uketsukebango"] = application.Number;
        claim["tempukensu"] = application.Attachments.Count.ToString(CultureInfo.InvariantCulture);
        desk.Behaviour.Through("intake", claim);
        if (desk.Behaviour.Shows(JidoteateFaults.LeftForStaff))
        {
            claim["jotai"] = "入力待ち";
            claim["shimei_furigana"] = "";
            claim["jido1_seinengappi"] = "";
        }

        attachments.Keep(claim["seikyubango"], application.Number, application.Attachments);
    }

    public bool Withdraw(string number)
    {
        if (all.FirstOrDefault(claim => claim["uketsukebango"] == number) is not { } claim || claim["jotai"] is not ("受付" or "入力待ち"))
        {
            return false;
        }

        claim["jotai"] = "取下げ";
        return true;
    }

    /// <summary>認定請求 at the counter.</summary>
    /// <exception cref="WorkRefusedException">E0008: the person's claim is open.</exception>
    public Answer AtCounter(Entry entry)
    {
        var person = people.Number(entry.Items);
        if (all.Any(claim => claim["atenabango"] == person && claim["keiro"] == "窓口" && claim["jotai"] is "受付" or "審査中")
            && !desk.Behaviour.Shows(JidoteateFaults.DoubleClaim))
        {
            throw new WorkRefusedException("E0008", "この者の請求を受け付けています。");
        }

        var items = entry.Items.Copy().Take(new Row { ["atenabango"] = person });
        var claim = desk.Behaviour.Through("paper", Add(items, "nintei", "窓口", entry.Operator));
        return new Answer($"登録しました。請求番号：{claim["seikyubango"]}", claim.Copy());
    }

    /// <exception cref="WorkRefusedException">E0005.</exception>
    public Row Named(string number) => all.FirstOrDefault(claim => claim["seikyubango"] == number)
        ?? throw new WorkRefusedException("E0005", $"請求番号{number}の請求はありません。");

    public IEnumerable<Row> Find(Entry asked)
    {
        string[] exact = ["seikyubango", "uketsukebango", "jotai", "atenabango"];
        return all
            .Where(claim => exact.All(item => !asked.Filled(item) || claim[item] == asked[item]))
            .Where(claim => !asked.Filled("shimei") || desk.Behaviour.Shows(JidoteateFaults.ClaimsOfOthers) || claim["shimei"].Contains(asked["shimei"], StringComparison.Ordinal))
            .Select(claim => protection.Hide(claim.Copy()));
    }

    private Row Add(Row items, string procedure, string way, string who)
    {
        var claim = new Row { ["seikyubango"] = desk.Numbers.Next("Q", 10), ["uketsukebango"] = "" };
        claim.Take(items.Only(Kept));
        claim.Take(new Row
        {
            ["keiro"] = way, ["tetsuzuki"] = procedure, ["jotai"] = "受付", ["kozajotai"] = claim["kozariyo"] == "1" ? "未照会" : "不要",
            ["nyuryokusha"] = who, ["tempukensu"] = "0", ["ketteikubun"] = "", ["ketteinengappi"] = "", ["riyu"] = "", ["koshinnichiji"] = "", ["chohyobango"] = "",
        });
        claim["atenabango"] = people.Number(claim);
        claim["kozariyo"] = claim.Filled("kozariyo") ? claim["kozariyo"] : "0";
        people.Learn(claim);
        all.Add(claim);
        return claim;
    }
}
