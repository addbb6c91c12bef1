using System.Globalization;
using System.Net;
using System.Text;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Comparison;

/// <summary>The matrix as one HTML file without network or script: differences first, then what is the same.</summary>
public static class ComparisonHtml
{
    public static Task WriteFileAsync(string path, ProductComparison comparison, ReportLanguage language, CancellationToken cancellationToken = default) =>
        WholeFile.WriteAsync(path, async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(Page(comparison, language)), token), cancellationToken);

    internal static string Page(ProductComparison comparison, ReportLanguage language)
    {
        var words = ReportWords.In(language);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{words["ja", "en"]}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{words["製品の比較", "Products compared"]}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{words["製品の比較", "Products compared"]}</h1>
            <p>{words["◎ 示された（実装必須があること、実装不可がないこと）　● 標準オプションが示された　— 示されていない。示されていない理由は判定の語で書く。この表は証明書ではなく、結果は製品・版・パラメータ・団体区分ごとのものである。", "◎ shown (a mandatory function is there, a forbidden one is not) · ● an optional function shown · — not shown; why not is said by the verdict. This is no certificate; a result is for a product, build, parameters and class."]}</p>
            """);
        foreach (var standard in comparison.Standards)
        {
            Table(html, standard, words);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Table(StringBuilder html, ComparedStandard standard, ReportWords words)
    {
        var differing = standard.Rows.Count(row => row.Differs);
        html.Append(CultureInfo.InvariantCulture, $"""

            <section>
            <h2>{Text($"{standard.Standard} {standard.Name} {standard.Edition}")}{(standard.Status == "illustrative" ? words["（例示）", " (illustrative)"] : "")} · {Text(words[standard.Role])}</h2>
            <p>{words[$"製品{standard.Products.Count}件、単位{standard.Rows.Count}件、うち差異{differing}件", $"{standard.Products.Count} products, {standard.Rows.Count} units, {differing} of them differ"]}</p>
            <div class="wide" tabindex="0" role="region" aria-label="{Text(words[standard.Role])}">
            <table>
            <thead><tr><th scope="col">{words["機能ID・手順", "Function or step"]}</th><th scope="col">{words["名称", "Name"]}</th>
            """);
        foreach (var product in standard.Products)
        {
            var counts = Denominators.Of(product.Result);
            html.Append(CultureInfo.InvariantCulture, $"""<th scope="col">{Text(product.Name)} {Text(product.Version)}<small>{words.Of(product.Class)} · {product.Started.UtcDateTime:yyyy-MM-dd} · {words["示された", "shown"]} {counts.Shown}/{counts.Testable}</small><small>{Text(product.Source)}</small></th>""");
        }

        html.Append("</tr></thead>\n");
        Body(html, standard.Rows.Where(row => row.Differs), words["差異がある", "Different"], standard.Products.Count, words);
        Body(html, standard.Rows.Where(row => !row.Differs), words["同じ", "The same"], standard.Products.Count, words);
        html.Append("</table>\n</div>\n</section>\n");
    }

    private static void Body(StringBuilder html, IEnumerable<ComparedUnit> rows, string heading, int products, ReportWords words)
    {
        var listed = rows.ToList();
        if (listed.Count == 0)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"""<tbody><tr class="group"><th scope="rowgroup" colspan="{products + 2}">{heading} {listed.Count}</th></tr>""").Append('\n');
        foreach (var row in listed)
        {
            html.Append(CultureInfo.InvariantCulture, $"""<tr><th scope="row">{Text(row.Id)} {Class(row.Class, words)}</th><td>{Text(row.Name)}</td>""");
            foreach (var cell in row.Cells)
            {
                html.Append(cell is null
                    ? $"""<td class="none">— <small>{words["結果に含まれない", "not in the result"]}</small></td>"""
                    : $"""<td class="{Css(cell.Verdict)}">{Text(ComparisonWords.Cell(cell, words))}{(cell.Reason is { Length: > 0 } reason ? $"<small>{Text(reason)}</small>" : "")}</td>""");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n");
    }

    private static string Class(RequirementClass? requirement, ReportWords words) => requirement switch
    {
        RequirementClass.Mandatory => $"<small>{words["実装必須", "mandatory"]}</small>",
        RequirementClass.Forbidden => $"<small>{words["実装不可", "forbidden"]}</small>",
        RequirementClass.Optional => $"<small>{words["標準オプション", "optional"]}</small>",
        _ => "",
    };

    private static string Css(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Conforms => "good",
        VerdictKind.Nonconforming => "bad",
        _ => "none",
    };

    private static string Text(string value) => WebUtility.HtmlEncode(PlainText.ForXml(value, 2000));

    private const string Style = """
        :root { color-scheme: light; --line: #949494; --soft: #f2f2f2; --bad: #ec0000; --good: #197a4b; --link: #0017c1; }
        * { box-sizing: border-box; }
        body { margin: 0; font: 16px/1.7 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; color: #1a1a1a; background: #fff; }
        main { padding: 24px; }
        h1 { font-size: 1.75rem; margin: 0 0 8px; } h2 { font-size: 1.25rem; margin: 32px 0 4px; }
        p { margin: 0 0 12px; max-width: 60em; }
        .wide { overflow-x: auto; } .wide:focus { outline: 4px solid #000; outline-offset: 2px; }
        table { border-collapse: collapse; min-width: 40em; }
        th, td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; vertical-align: top; }
        thead th { background: var(--soft); } tbody th { font-weight: 600; white-space: nowrap; }
        .group th { background: #e8f1fe; } td { min-width: 8em; }
        small { display: block; font-size: .8125rem; font-weight: 400; white-space: normal; color: #4d4d4d; overflow-wrap: anywhere; }
        .bad { color: var(--bad); font-weight: 700; } .good { color: var(--good); } .none { color: #4d4d4d; }
        @media print { .wide { overflow: visible; } main { padding: 0; } tr { break-inside: avoid; } thead { display: table-header-group; } }
        """;
}
