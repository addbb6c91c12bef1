using Conformance.Reference.Core.Work;

namespace Conformance.Reference.Core.Screens;

/// <summary>Flow 1: enter, ask who is known, choose one of them or ask for a new number.</summary>
internal sealed class RegistrationScreen(Registration registration, Markup markup, PersonMarkup people, CoreOptions options) : IScreen
{
    public string Path => "/toroku";

    public string Title => "住登外者登録";

    public string Form(Entered entered)
    {
        var municipality = Items.PersonItems.MunicipalityCode;
        var code = entered[municipality.Name] is { Length: > 0 } given ? given : options.MunicipalityCode;
        return $"""
            <form method="post" action="{Path}">
            {people.Fields(entered, nameRequired: true)}
            <fieldset><legend>照会の条件</legend>
            {Markup.Select("itchi", "一致条件", [("kanzen", "完全一致"), ("bubun", "部分一致")], entered["itchi"])}
            {markup.Field(municipality, code, required: true)}
            </fieldset>
            <p class="actions">{Markup.Button("shokai", "照会")}</p>
            </form>
            """;
    }

    public async Task<ScreenAnswer> SubmitAsync(Entered entered, string operatorId, CancellationToken cancellationToken)
    {
        switch (entered.Button)
        {
            case "sentaku":
                var chosen = await registration.ChooseAsync(entered["atenabango"], entered.Items, operatorId, cancellationToken);
                return new($"登録しました。宛名番号：{chosen.Number}", people.Record("登録結果", chosen));
            case "fuban":
                var numbered = await registration.RequestNumberAsync(entered.Items, operatorId, cancellationToken);
                return new($"付番された宛名番号で登録しました。宛名番号：{numbered.Number}", people.Record("登録結果", numbered));
            default:
                return Answered(
                    await registration.InquireAsync(entered.Items, entered.PartialName, cancellationToken), entered);
        }
    }

    private ScreenAnswer Answered(IReadOnlyList<Candidate> candidates, Entered entered)
    {
        var carried = Markup.Hidden(entered.Items);
        var table = people.Candidates("候補者", candidates, "操作", candidate =>
            $"<form method=\"post\" action=\"{Path}\">{carried}{Markup.Hidden("atenabango", candidate.Number)}{Markup.Button("sentaku", "この人を登録")}</form>");
        var body = $"""
            {table}
            <form method="post" action="{Path}">{carried}<p class="actions">{Markup.Button("fuban", "新規に付番")}</p></form>
            {people.Summary("入力内容", entered.Items)}
            """;
        return new(candidates.Count == 0 ? "該当する候補者はいません。" : $"候補者が{candidates.Count}件あります。", body);
    }
}
