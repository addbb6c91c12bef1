using Conformance.Reference.Office;
using Conformance.Reference.Office.Items;
using Conformance.Reference.Office.Operations;
using Conformance.Reference.Office.Output;

namespace Conformance.Reference.Shikyu;

/// <summary>支給例: a benefit of an ordinance, 50,000 yen and a supplement by 型.</summary>
internal static class ShikyuApp
{
    private static readonly OfficeDefinition Definition = new(
        "shikyu", "支給例システム（架空）", ShikyuFaults.All, ShikyuFields.Glossary, ("", ""), Assemble);

    public static ReferenceProduct Product { get; } = Definition.Product;

    private static Assembled Assemble(Desk desk, Neighbourhood neighbourhood)
    {
        var supplements = new Supplements(desk.Behaviour);
        var applications = new Applications(desk, supplements);
        var operations = Operations(desk, supplements, applications);
        var settings = new Row { ["ichirankensu"] = "100", ["mojinookisa"] = "1" };
        var shared = new CommonWork(desk, () => neighbourhood.Rounds).Of(settings, "shinseibango").Where(operation => operation.Group != "連携");
        var output = Output(desk, supplements, applications);
        var own = desk.Settings.OlderEdition == "own-ledger" ? new Applications(desk, supplements) : null;
        var older = Older(desk, supplements, own, own is null ? output : Output(desk, supplements, own));
        return new Assembled([.. operations, .. output.Operations(), .. shared], [])
        {
            Fetched = [DataOutput.Fetched],
            Routes = (routes, api, screens) =>
            {
                output.Map(routes, api, screens);
                older?.Output.MapFiles(routes, api, older.Value.Edition.Prefix);
            },
            Older = older?.Edition,
        };
    }

    private static DataOutput Output(Desk desk, Supplements supplements, Applications applications) => new(desk,
    [
        new OutputGroup("申請", "shinsei", "shinseibango shimei shimei_furigana seinengappi jusho kata shinseinengappi jotai", () => applications.All),
        new OutputGroup("加算額", "kasangaku", "kata kasangaku tekiyokaishinengappi", () => supplements.All("")),
        new OutputGroup("決定", "kettei", "shinseibango kijunnengappi kihongaku ketteikubun ketteinengappi shikyugaku riyu chohyobango", () => applications.Decided),
        new OutputGroup("申請履歴", "rireki", "shinseibango rirekibango shimei shimei_furigana seinengappi jusho jotai", () => applications.AllStates),
    ], ShikyuFaults.Output.For(desk));

    // Invented: what an edition before this one might have called them.
    private static (OlderEdition Edition, DataOutput Output)? Older(Desk desk, Supplements supplements, Applications? own, DataOutput output) => desk.Settings.OlderEdition is not { } how ? null
        : (new OlderEdition("/v1", new Dictionary<string, string> { ["shimei"] = "namae", ["jusho"] = "shozaichi", ["shikyugaku"] = "kingaku" })
        {
            AnswersAsToday = how == "new-layout",
            Own = own is null ? null : [.. Operations(desk, supplements, own), .. output.Operations()],
        }, output);

    private static IReadOnlyList<Operation> Operations(Desk desk, Supplements supplements, Applications applications)
    {
        var typed = desk.Behaviour.Shows(ShikyuFaults.AmountTyped) ? " shikyugaku" : "";
        const string Record = "shinseibango shimei shimei_furigana seinengappi jusho kata shinseinengappi jotai ketteikubun ketteinengappi shikyugaku riyu chohyobango";
        return
        [
            desk.Work("shinsei", "申請の登録", "登録", "shimei* shimei_furigana* seinengappi* jusho* kata* shinseinengappi*", applications.Register) with
            {
                Group = "申請", Gives = Record,
            },
            desk.Look("shinsei-shokai", "申請の照会", "shinseibango shimei itchi", "shinseibango shimei kata shinseinengappi jotai shikyugaku", applications.Find) with
            {
                Group = "申請", Gives = Record,
            },
            desk.Look("shinsei-rireki", "申請の履歴", "shinseibango*", "rirekibango shinseibango shimei jotai ketteinengappi shikyugaku", applications.States) with
            {
                Group = "申請", Gives = "rirekibango " + Record,
            },
            desk.Work("kasangaku", "加算額の設定", "設定", "kata* kasangaku tekiyokaishinengappi", entry => new Answer("設定しました。", supplements.Set(
                entry["kata"], entry["kasangaku"], entry.Filled("tekiyokaishinengappi") ? entry["tekiyokaishinengappi"] : desk.Clock.Day))) with
            {
                Group = "決定", Gives = "kata kasangaku tekiyokaishinengappi",
            },
            desk.Look("kasangaku-shokai", "加算額の照会", "kata", "kata kasangaku tekiyokaishinengappi", entry => supplements.All(entry["kata"])) with { Group = "決定" },
            desk.Work("gaku-santei", "支給額の試算", "計算", "kata* kijunnengappi*", entry => new Answer(
                "計算しました。", entry.Items.Only(["kata", "kijunnengappi"]).Take(supplements.Of(entry["kata"], entry["kijunnengappi"], entry.Screen)))) with
            {
                Group = "決定", Gives = "kata kijunnengappi kihongaku kasangaku shikyugaku",
            },
            desk.Work("kettei", "支給の決定", "決定", "shinseibango* ketteikubun* ketteinengappi riyu" + typed, applications.Decide) with { Group = "決定", Gives = Record },
        ];
    }
}
