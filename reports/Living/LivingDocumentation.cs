using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Conformance.Spec;

namespace Conformance.Reports.Living;

/// <summary>The standards and what is derived from them, as pages without network and without any run: an index, and a page per standard.</summary>
public static class LivingDocumentation
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <returns>The index.</returns>
    public static async Task<string> WriteAsync(string folder, IReadOnlyList<LivingStandard> standards, ReportLanguage language, CancellationToken cancellationToken = default)
    {
        var words = ReportWords.In(language);
        foreach (var standard in standards)
        {
            await PageAsync(Path.Combine(folder, standard.Page), Title(standard.Standard, words), new LivingPage(standard, words).Html(), [.. standard.Flows.Select(flow => flow.Xml)], words, cancellationToken);
        }

        var index = Path.Combine(folder, "index.html");
        await PageAsync(index, words["標準仕様とシナリオ", "Standards and scenarios"], Index(standards, words), [], words, cancellationToken);
        return index;
    }

    private static string Title(Standard standard, ReportWords words) =>
        $"{standard.Id} {standard.Name} {standard.Edition}" + standard.Status switch
        {
            StandardStatus.Illustrative => words["（例示）", " (illustrative)"],
            StandardStatus.Draft => words["（案）", " (draft)"],
            _ => "",
        };

    private static string Index(IReadOnlyList<LivingStandard> standards, ReportWords words)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"units\"><thead><tr><th scope=\"col\">{words["標準仕様", "Standard"]}</th><th scope=\"col\">{words["機能", "Functions"]}</th><th scope=\"col\">{words["業務フロー", "Flows"]}</th><th scope=\"col\">{words["シナリオ", "Scenarios"]}</th><th scope=\"col\">{words["データ項目", "Data items"]}</th></tr></thead><tbody>");
        foreach (var standard in standards)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"{Text(standard.Page)}\">{Text(Title(standard.Standard, words))}</a></th><td>{standard.Standard.Functions.Count}</td><td>{standard.Flows.Count}</td><td>{standard.Scenarios.Count}</td><td>{standard.Standard.Items.Count}</td></tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static async Task PageAsync(string file, string title, string body, List<string> drawings, ReportWords words, CancellationToken cancellationToken)
    {
        var style = Asset("report.css") + Asset("living.css");
        string[] scripts = drawings.Count > 0 ? [Asset("bpmn-viewer.production.min.js"), Asset("living.js")] : [];
        var policy = $"default-src 'none'; img-src data:; style-src '{Hash(style)}'; script-src {(scripts.Length > 0 ? string.Join(' ', scripts.Select(script => $"'{Hash(script)}'")) : "'none'")}; base-uri 'none'; form-action 'none'";
        var page = $"""
            <!doctype html>
            <html lang="{words["ja", "en"]}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)}</title>
            <link rel="icon" href="data:,">
            <style>{style}</style>
            </head>
            <body>
            <header class="top"><div class="inner"><div class="title"><p class="overline">{words["標準仕様とシナリオ", "Standards and scenarios"]}</p><h1>{Text(title)}</h1></div></div></header>
            <main class="inner">
            {body}
            </main>
            {string.Join('\n', drawings.Select((xml, i) => $"<script type=\"application/gzip\" id=\"flow-{i}\">{Packed(xml)}</script>"))}
            {string.Join('\n', scripts.Select(script => $"<script>{script}</script>"))}
            </body>
            </html>

            """;
        await WholeFile.WriteAsync(file, async (stream, token) => await stream.WriteAsync(Utf8.GetBytes(page.ReplaceLineEndings("\n")), token), cancellationToken);
    }

    private static string Packed(string xml)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(gzip, xml);
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    internal static string Text(string value) => WebUtility.HtmlEncode(PlainText.ForXml(value));

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Utf8.GetBytes(content)));

    private static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Utf8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
