using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Screens;

/// <summary>Flow 2. Blank fields stay unchanged unless the record was called up first: then a blank clears.</summary>
internal sealed class ChangeScreen(Change change, Desk desk, Markup markup, PersonMarkup people) : IScreen
{
    public string Path => "/henko";

    public string Title => "基本４情報変更";

    public string Form(Entered entered) => $"""
        <form method="post" action="{Path}">
        {markup.Field(PersonItems.Number, entered["atenabango"], required: true)}
        <p class="actions">{Markup.Button("yobidashi", "呼出", main: false)}</p>
        {Markup.Hidden("yobidashizumi", entered["yobidashizumi"])}
        <p>{(entered["yobidashizumi"] == "1" ? "空欄にした項目は消去します。" : "空欄の項目は変更しません。現在の内容から直すときは「呼出」を押してください。")}</p>
        {people.Fields(entered, nameRequired: false)}
        <p class="actions">{Markup.Button("henko", "変更")}</p>
        </form>
        """;

    public async Task<ScreenAnswer> SubmitAsync(Entered entered, string operatorId, CancellationToken cancellationToken)
    {
        var number = entered["atenabango"];
        if (entered.Button == "yobidashi")
        {
            Desk.CheckNumbers((PersonItems.Number.Label, number));
            var known = new Dictionary<string, string>(desk.Kept(number).Items, StringComparer.Ordinal)
            {
                ["atenabango"] = number,
                ["yobidashizumi"] = "1",
            };
            return new(null, Form(new Entered(known)));
        }

        var entry = entered["yobidashizumi"] == "1" ? entered.ItemsWithBlanks : entered.Items;
        var changed = await change.ApplyAsync(number, entry, operatorId, cancellationToken);
        return new($"変更しました。宛名番号：{changed.Number}", people.Record("登録結果", changed));
    }
}
