using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Verdicts;

namespace Conformance.Reports.Exchanges;

/// <summary>
/// <c>exchanges.har</c>: every HTTP exchange of a run in the HTTP Archive format 1.2 (http://www.softwareishard.com/blog/har-12-spec/), so that any tool that
/// reads one can be used on it. A page is one attempt at a scenario. Written as a stream, one exchange in memory at a time; secrets were masked before the
/// evidence was written.
/// </summary>
public static class HarFile
{
    public const string FileName = "exchanges.har";

    private const string Exchange = "application/vnd.conformance.exchange+json";

    /// <summary>UTF-16 units of a body; the rest is cut with a note.</summary>
    private const int BodyLimit = 1 << 20;

    /// <summary>Writes the file whole or not at all.</summary>
    /// <param name="evidence">The run's <c>evidence/</c> folder.</param>
    /// <returns>How many exchanges it holds.</returns>
    public static async Task<int> WriteFileAsync(string path, IReadOnlyList<RunResult> runs, string evidence, CancellationToken cancellationToken = default)
    {
        var written = 0;
        await WholeFile.WriteAsync(path, async (stream, token) => written = await WriteAsync(stream, runs, evidence, token), cancellationToken);
        return written;
    }

    /// <inheritdoc cref="WriteFileAsync"/>
    public static async Task<int> WriteAsync(Stream output, IReadOnlyList<RunResult> runs, string evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("log");
        json.WriteString("version", "1.2");
        json.WriteStartObject("creator");
        json.WriteString("name", "Conformance");
        json.WriteString("version", runs.Count > 0 ? runs[0].Run.ToolVersion : "");
        json.WriteEndObject();
        json.WriteStartArray("pages");
        foreach (var page in runs.SelectMany(Pages))
        {
            json.WriteStartObject();
            json.WriteString("startedDateTime", Time(page.Started));
            json.WriteString("id", page.Id);
            json.WriteString("title", page.Title);
            json.WriteStartObject("pageTimings");
            json.WriteEndObject();
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteStartArray("entries");
        var written = 0;
        foreach (var page in runs.SelectMany(Pages))
        {
            foreach (var reference in page.Steps.SelectMany(step => step.Evidence).Where(reference => reference.MediaType == Exchange && reference.File == Path.GetFileName(reference.File)))
            {
                // On a screen there are actions and readings; the browser's own requests are in its trace.
                if (await RecordedExchange.ReadAsync(Path.Combine(evidence, reference.File), cancellationToken) is { Request: { } request, Surface: not "ui" } exchange)
                {
                    Entry(json, page.Id, exchange, HttpText.Parse(request), HttpText.Parse(exchange.Response ?? ""));
                    await json.FlushAsync(cancellationToken);
                    written++;
                }
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
        return written;
    }

    private static IEnumerable<Page> Pages(RunResult run) => run.Scenarios.SelectMany(scenario => (scenario.EarlierAttempts ?? [])
        .Select(attempt => new Page(Id(run, scenario, attempt.Attempt), scenario.Name, attempt.Started, attempt.Steps))
        .Append(new Page(Id(run, scenario, (scenario.EarlierAttempts ?? []).Count), scenario.Name, scenario.Started, scenario.Steps)));

    private static string Id(RunResult run, ScenarioResult scenario, int attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{run.Run.Id}/{scenario.Id}@{scenario.Driver}{(attempt > 0 ? $"#{attempt}" : "")}");

    private static void Entry(Utf8JsonWriter json, string page, RecordedExchange exchange, HttpText request, HttpText response)
    {
        var (method, path) = (request.Word(0), request.Word(1));
        var duration = double.IsFinite(exchange.DurationMs) ? Math.Max(0, exchange.DurationMs) : 0;
        json.WriteStartObject();
        json.WriteString("pageref", page);
        json.WriteString("startedDateTime", Time(exchange.Started));
        json.WriteNumber("time", duration);
        json.WriteStartObject("request");
        json.WriteString("method", method);
        json.WriteString("url", $"{exchange.Scheme ?? "http"}://{request.Header("Host") ?? "unknown"}{path}");
        json.WriteString("httpVersion", request.Word(2));
        Lists(json, request);
        json.WriteStartArray("queryString");
        foreach (var pair in path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? path[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            Pair(json, pair.Split('=', 2)[0], pair.Contains('=', StringComparison.Ordinal) ? pair.Split('=', 2)[1] : "");
        }

        json.WriteEndArray();
        if (request.Body is { Length: > 0 } sent)
        {
            json.WriteStartObject("postData");
            json.WriteString("mimeType", request.Header("Content-Type") ?? "");
            json.WriteString("text", Body(sent));
            json.WriteEndObject();
        }

        Sizes(json, request.Body);
        json.WriteEndObject();
        json.WriteStartObject("response");
        json.WriteNumber("status", int.TryParse(response.Word(1), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0);
        json.WriteString("statusText", response.Word(2));
        json.WriteString("httpVersion", response.Word(0));
        Lists(json, response);
        json.WriteStartObject("content");
        json.WriteNumber("size", Encoding.UTF8.GetByteCount(response.Body ?? ""));
        json.WriteString("mimeType", response.Header("Content-Type") ?? "");
        json.WriteString("text", Body(response.Body ?? ""));
        json.WriteEndObject();
        json.WriteString("redirectURL", response.Header("Location") ?? "");
        Sizes(json, response.Body);
        json.WriteEndObject();
        json.WriteStartObject("cache");
        json.WriteEndObject();
        json.WriteStartObject("timings");
        json.WriteNumber("send", 0);
        json.WriteNumber("wait", duration);
        json.WriteNumber("receive", 0);
        json.WriteEndObject();
        json.WriteString("comment", exchange.Surface == "mock" ? exchange.Title ?? "" : "");
        json.WriteEndObject();
    }

    // Cookies are credentials and masked in the headers already, so none is listed by name.
    private static void Lists(Utf8JsonWriter json, HttpText text)
    {
        json.WriteStartArray("cookies");
        json.WriteEndArray();
        json.WriteStartArray("headers");
        foreach (var (name, value) in text.Headers)
        {
            Pair(json, name, value);
        }

        json.WriteEndArray();
    }

    private static void Pair(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void Sizes(Utf8JsonWriter json, string? body)
    {
        json.WriteNumber("headersSize", -1);
        json.WriteNumber("bodySize", Encoding.UTF8.GetByteCount(body ?? ""));
    }

    private static string Body(string text) => text.Length <= BodyLimit ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, BodyLimit)} …（全{text.Length}文字）");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private sealed record Page(string Id, string Title, DateTimeOffset Started, IReadOnlyList<StepTrace> Steps);
}
