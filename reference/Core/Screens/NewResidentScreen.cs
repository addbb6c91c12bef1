using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Screens;

/// <summary>Flow 4 ③④⑤.</summary>
internal sealed class NewResidentScreen(NewResident newResident, Markup markup, PersonMarkup people) : IScreen
{
    private static readonly Item ResidentNumber = PersonItems.Number with { Name = "juminatenabango", Label = "住民宛名番号" };

    public string Path => "/jumin-nayose";

    public string Title => "住民となった住登外者の名寄せ";

    public string Form(Entered entered) => $"""
        <form method="post" action="{Path}">
        <p>住登外者としての管理を終了し、住民の記録に結び付けます。</p>
        {markup.Field(PersonItems.Number, entered["atenabango"], required: true)}
        {markup.Field(ResidentNumber, entered["juminatenabango"], required: true)}
        <p class="actions">{Markup.Button("nayose", "名寄せ")}</p>
        </form>
        """;

    public async Task<ScreenAnswer> SubmitAsync(Entered entered, string operatorId, CancellationToken cancellationToken)
    {
        var person = await newResident.EndAsync(entered["atenabango"], entered["juminatenabango"], operatorId, cancellationToken);
        return new($"住登外者としての管理を終了しました。宛名番号：{person.Number}", people.Record("登録結果", person));
    }
}
