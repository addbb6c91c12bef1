using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Screens;

/// <summary>Flow 5, or flow 6: look at the latest state of a person, then tie two records or untie them.</summary>
/// <param name="undo">Whether this is the screen of flow 6.</param>
internal sealed class LinkScreen(bool undo, LatestCheck latest, Linking linking, Markup markup, PersonMarkup people, BusinessDatabase database)
    : IScreen
{
    private static readonly Item Source = PersonItems.Number with { Name = "nayosemotoatenabango", Label = "名寄せ元宛名番号" };
    private static readonly Item Target = PersonItems.Number with { Name = "nayosesakiatenabango", Label = "名寄せ先宛名番号" };
    private static readonly string[] Asked =
    [
        "shimei", "seibetsu", "seinengappi", "jusho_todofuken", "jusho_shikugunchosonmei", "jusho_choaza", "jusho_banchigohyoki",
    ];

    public string Path => undo ? "/nayose-kaijo" : "/nayose";

    public string Title => undo ? "名寄せ解除" : "重複の確認・名寄せ";

    public string Form(Entered entered)
    {
        var unchecked_ = entered.Button.Length > 0 && entered["koshin"] != "1";
        return $"""
            <form method="post" action="{Path}">
            <fieldset><legend>最新情報の確認</legend>
            {markup.Field(PersonItems.Number, entered["atenabango"])}
            {string.Concat(Asked.Select(name => markup.Field(PersonItems.Find(name)!, entered[name])))}
            {Markup.Select("itchi", "一致条件", [("kanzen", "完全一致"), ("bubun", "部分一致")], entered["itchi"])}
            <div class="field"><input type="checkbox" id="koshin" name="koshin" value="1"{(unchecked_ ? "" : " checked")}><label for="koshin">照会結果で更新する</label></div>
            <p class="actions">{Markup.Button("kakunin", "最新情報を確認")}</p>
            </fieldset>
            </form>
            <form method="post" action="{Path}">
            <fieldset><legend>{(undo ? "解除する名寄せ" : "名寄せする記録")}</legend>
            {Markup.Hidden("koshin", "1")}
            {markup.Field(Source, entered[Source.Name], required: true)}
            {markup.Field(Target, entered[Target.Name], required: !undo)}
            <p class="actions">{Markup.Button("nayose", undo ? "名寄せ解除" : "名寄せ")}</p>
            </fieldset>
            </form>
            """;
    }

    public async Task<ScreenAnswer> SubmitAsync(Entered entered, string operatorId, CancellationToken cancellationToken)
    {
        if (entered.Button == "kakunin")
        {
            var candidates = await latest.AskAsync(
                entered.ItemsAndNumber, entered.PartialName, undo, entered["koshin"] == "1", operatorId, cancellationToken);
            var table = people.Candidates("照会結果", candidates, "業務DB", candidate =>
                Markup.Text(database.NonResident(candidate.Number) is { } known ? $"登録済（名寄せ区分：{Words.Of(known.Sorting)}）" : "未登録"));
            return new(candidates.Count == 0 ? "該当する住登外者はいません。" : $"最新情報が{candidates.Count}件あります。", table + Form(entered));
        }

        var (source, target) = (entered[Source.Name], entered[Target.Name]);
        var records = undo
            ? await linking.UndoAsync(source, target, operatorId, cancellationToken)
            : await linking.LinkAsync(source, target, operatorId, cancellationToken);
        return new(
            undo ? "名寄せを解除しました。" : "名寄せしました。",
            people.Record("登録結果（名寄せ元）", records[0]) + people.Record("登録結果（名寄せ先）", records[1]));
    }
}
