using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Screens;

/// <summary>Flow 3.</summary>
internal sealed class FormerResidentScreen(FormerResident formerResident, Markup markup, PersonMarkup people) : IScreen
{
    public string Path => "/motojumin";

    public string Title => "元住民の登録";

    public string Form(Entered entered) => $"""
        <form method="post" action="{Path}">
        <p>住民であったときの住民宛名番号を、宛名番号として引き継ぎます。</p>
        {markup.Field(PersonItems.Number, entered["atenabango"], required: true)}
        {people.Fields(entered, nameRequired: true)}
        <p class="actions">{Markup.Button("toroku", "登録")}</p>
        </form>
        """;

    public async Task<ScreenAnswer> SubmitAsync(Entered entered, string operatorId, CancellationToken cancellationToken)
    {
        var person = await formerResident.RegisterAsync(entered["atenabango"], entered.Items, operatorId, cancellationToken);
        return new($"登録しました。宛名番号：{person.Number}", people.Record("登録結果", person));
    }
}
