using Conformance.Reference.Core.Items;
using Conformance.Reference.Core.Ledger;

namespace Conformance.Reference.Core.Screens;

/// <summary>住登外者台帳: what 業務DB holds.</summary>
internal sealed class LedgerScreen(BusinessDatabase database, Markup markup, PersonMarkup people) : IScreen
{
    public string Path => "/daicho";

    public string Title => "住登外者台帳";

    public string Form(Entered entered) => $"""
        <form method="post" action="{Path}">
        {markup.Field(PersonItems.Number, entered["atenabango"])}
        {markup.Field(PersonItems.Find("shimei")!, entered["shimei"])}
        <p class="actions">{Markup.Button("kensaku", "検索")}</p>
        </form>
        """;

    /// <summary>The list of what was found, and the whole record where a number was asked for or one record was found.</summary>
    public Task<ScreenAnswer> SubmitAsync(Entered entered, string operatorId, CancellationToken cancellationToken)
    {
        var found = database.Find(Given(entered["atenabango"]), Given(entered["shimei"]));
        if (found.Count == 0)
        {
            return Task.FromResult(new ScreenAnswer("該当する記録はありません。", Form(entered)));
        }

        var list = people.Rows("検索結果", found, person =>
            $"<form method=\"post\" action=\"{Path}\">{Markup.Hidden("atenabango", person.Number)}{Markup.Button("kensaku", "詳細", main: false)}</form>");
        var records = found.Count == 1 || entered["atenabango"].Length > 0
            ? string.Concat(found.Select(person => people.Record(person.Resident ? "登録内容（住民）" : "登録内容", person)))
            : "";
        return Task.FromResult(new ScreenAnswer($"{found.Count}件あります。", list + records + Form(entered)));
    }

    private static string? Given(string value) => value.Length > 0 ? value : null;
}
