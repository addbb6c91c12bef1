using System.Buffers;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Conformance.Reports.Json;
using Conformance.Verdicts;

namespace Conformance.Reports.Html;

/// <summary>
/// <c>report.html</c>: one file that needs no network, for one or several runs. Style, script and data are inline under a content
/// security policy that allows exactly them (by hash) and nothing else; data is gzip in base64 and shown as text nodes only.
/// </summary>
public static class HtmlReport
{
    /// <summary>Scenarios per portion of details: a page unpacks only the portions that are opened.</summary>
    private const int PortionSize = 50;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="evidenceDirectory">The run's <c>evidence/</c> folder; null where there is none.</param>
    /// <returns>How much evidence the page carries and what was left out; the page says so as well.</returns>
    public static async Task<EvidenceTally> WriteAsync(
        IReadOnlyList<RunResult> runs, string? evidenceDirectory, Stream output, HtmlReportOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentOutOfRangeException.ThrowIfZero(runs.Count, nameof(runs));
        ArgumentNullException.ThrowIfNull(options);
        var choice = EvidenceChoice.Make(runs, evidenceDirectory, options);
        var json = ResultFormat.Cut(options.TextLimit);
        var language = options.Language == ReportLanguage.Japanese ? "ja" : "en";
        var page = new PageWriter(output, json);

        var drawings = runs.SelectMany(run => options.Flows(run)).Select(flow => flow.Xml).Distinct(StringComparer.Ordinal).Select((xml, i) => (xml, Id: $"flow-{i}")).ToDictionary(pair => pair.xml, pair => pair.Id, StringComparer.Ordinal);
        var (head, tail) = Template(language, withFlows: drawings.Count > 0);
        await page.TextAsync(head, cancellationToken);
        await page.DataAsync("data", new PageData(language, [.. runs.Select(run => PageRun.Of(run, [.. options.Flows(run).Select(flow => new PageFlow(flow.Id, flow.Name, drawings[flow.Xml], flow.Tasks, flow.Paths))]))], choice.Tally), cancellationToken);
        foreach (var (xml, id) in drawings)
        {
            await page.DataAsync(id, new { xml }, ResultFormat.Full, cancellationToken);
        }

        for (var run = 0; run < runs.Count; run++)
        {
            var portion = 0;
            foreach (var scenarios in runs[run].Scenarios.Chunk(PortionSize))
            {
                await page.DataAsync($"details-{run}-{portion++}", scenarios.Select(PageDetail.Of), cancellationToken);
            }
        }

        await WriteTextsAsync(page, choice, cancellationToken);
        foreach (var screenshot in choice.Screenshots)
        {
            var bytes = await File.ReadAllBytesAsync(choice.PathOf(screenshot), cancellationToken);
            await page.Base64Async(IdOf(screenshot), "image/png", bytes, cancellationToken);
        }

        await page.TextAsync(tail, cancellationToken);
        return choice.Tally;
    }

    /// <summary>Writes the file whole or not at all.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public static async Task<EvidenceTally> WriteFileAsync(
        string path, IReadOnlyList<RunResult> runs, string? evidenceDirectory, HtmlReportOptions options,
        CancellationToken cancellationToken = default)
    {
        EvidenceTally? tally = null;
        await WholeFile.WriteAsync(
            path,
            async (stream, token) => tally = await WriteAsync(runs, evidenceDirectory, stream, options, token),
            cancellationToken);
        return tally!;
    }

    private static async Task WriteTextsAsync(PageWriter page, EvidenceChoice choice, CancellationToken cancellationToken)
    {
        foreach (var evidence in choice.Texts)
        {
            var bytes = await File.ReadAllBytesAsync(choice.PathOf(evidence), cancellationToken);
            await page.DataAsync(IdOf(evidence), Content(evidence, bytes), cancellationToken);
        }
    }

    /// <summary>An exchange as the object that it is, so that its texts are cut one by one; anything else as text.</summary>
    private static object Content(EvidenceRef evidence, byte[] bytes)
    {
        if (evidence.MediaType == "application/vnd.conformance.exchange+json")
        {
            try
            {
                using var exchange = JsonDocument.Parse(bytes);
                return exchange.RootElement.EnumerateObject().ToDictionary(
                    member => member.Name,
                    member => member.Value.ValueKind switch
                    {
                        JsonValueKind.String => member.Value.GetString(),
                        JsonValueKind.Number => member.Value.GetDouble(),
                        _ => (object)member.Value.GetRawText(),
                    });
            }
            catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or ArgumentException)
            {
                // Evidence that is not what it claims is still evidence: it is shown as the text that it is.
            }
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static string IdOf(EvidenceRef evidence) =>
        "evidence-" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(evidence.File));

    /// <summary>The page before and after its data. The library that draws flows is there only where there are flows.</summary>
    private static (string Head, string Tail) Template(string language, bool withFlows)
    {
        var style = Asset("report.css");
        string[] scripts = [.. withFlows ? [Asset("bpmn-viewer.production.min.js")] : Array.Empty<string>(), Asset("flows.js"), Asset("report.js")];
        var policy = $"default-src 'none'; img-src data:; style-src '{Hash(style)}'; script-src {string.Join(' ', scripts.Select(script => $"'{Hash(script)}'"))}; base-uri 'none'; form-action 'none'";
        var page = Asset("report.html")
            .Replace("{{language}}", language, StringComparison.Ordinal)
            .Replace("{{policy}}", policy, StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal);
        var parts = page.Split("{{data}}");
        return (parts[0], parts[1].Replace("{{scripts}}", string.Join('\n', scripts.Select(script => $"<script>{script}</script>")), StringComparison.Ordinal));
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Utf8.GetBytes(content)));

    private static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Utf8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed class PageWriter(Stream output, JsonSerializerOptions json)
    {
        public async Task TextAsync(string text, CancellationToken cancellationToken) =>
            await output.WriteAsync(Utf8.GetBytes(text), cancellationToken);

        /// <summary>A value as gzip in base64, in a script element that the browser does not run.</summary>
        public Task DataAsync<T>(string id, T value, CancellationToken cancellationToken) => DataAsync(id, value, json, cancellationToken);

        public async Task DataAsync<T>(string id, T value, JsonSerializerOptions format, CancellationToken cancellationToken)
        {
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                await JsonSerializer.SerializeAsync(gzip, value, format, cancellationToken);
            }

            await Base64Async(id, "application/gzip", packed.GetBuffer().AsMemory(0, (int)packed.Length), cancellationToken);
        }

        public async Task Base64Async(string id, string type, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            await TextAsync($"<script type=\"{type}\" id=\"{id}\">", cancellationToken);
            var encoded = ArrayPool<byte>.Shared.Rent(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length));
            System.Buffers.Text.Base64.EncodeToUtf8(bytes.Span, encoded, out _, out var written);
            await output.WriteAsync(encoded.AsMemory(0, written), cancellationToken);
            ArrayPool<byte>.Shared.Return(encoded);
            await TextAsync("</script>\n", cancellationToken);
        }
    }
}
