using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Drivers;

namespace Conformance.Steps.Running;

/// <summary>Evidence as files named by the SHA-256 of what is in them: written while the run goes on, never changed afterwards. Thread-safe.</summary>
public sealed class EvidenceFolder
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private const string ExchangeFile = ".exchange.json";
    private const string AssertionFile = ".assertion.json";
    private const string OutputFile = ".output.json";

    // What was written lately; a long run writes more than memory is to hold, and what is not here is read again.
    private const int Remembered = 20_000;

    private readonly ConcurrentDictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Comparison> comparisons = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Output> outputs = new(StringComparer.Ordinal);

    /// <summary>What the target answered, told without what differs from person to person.</summary>
    public sealed record Output(string Exchange, string Outcome, IReadOnlyDictionary<string, string> Items);

    /// <summary>Expected and observed of one comparison, and whether it held.</summary>
    public sealed record Comparison(string Expected, string Observed, bool Held);

    public EvidenceFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
    }

    public string Path { get; }

    /// <summary>Writes the exchange, and its screenshot where it has one.</summary>
    /// <returns>Paths of the files.</returns>
    public IReadOnlyList<string> Write(Exchange exchange)
    {
        var body = JsonSerializer.Serialize(new
        {
            title = exchange.Title,
            surface = exchange.Surface,
            scheme = exchange.Scheme,
            request = exchange.Request,
            response = exchange.Response,
            started = exchange.Started,
            durationMs = exchange.Duration.TotalMilliseconds,
        }, Json);
        var files = new List<string> { Write(Encoding.UTF8.GetBytes(body), ExchangeFile) };
        Remember(titles, files[0], exchange.Title);
        if (exchange.Screenshot is { Length: > 0 } screenshot)
        {
            files.Add(WritePicture(screenshot));
        }

        return files;
    }

    /// <summary>Writes one comparison: expected, observed and whether it held.</summary>
    public string WriteAssertion(string expected, string observed, bool held)
    {
        var file = Write(JsonSerializer.SerializeToUtf8Bytes(new { expected, observed, held }, Json), AssertionFile);
        Remember(comparisons, file, new Comparison(expected, observed, held));
        return file;
    }

    /// <summary>Writes an answer as it can be compared with that of another surface.</summary>
    public string WriteOutput(Output output)
    {
        var file = Write(JsonSerializer.SerializeToUtf8Bytes(output, Json), OutputFile);
        Remember(outputs, file, output);
        return file;
    }

    /// <summary>An answer that was written here, by its file; null where it was not.</summary>
    public Output? OutputOf(string file) => !IsKind(file, OutputFile) ? null
        : outputs.TryGetValue(file, out var output) ? output
        : Again(file)?.Deserialize<Output>(Json);

    /// <summary>Title of an exchange that was written here, by its file; null where it was not.</summary>
    public string? TitleOf(string file) => !IsKind(file, ExchangeFile) ? null
        : titles.TryGetValue(file, out var title) ? title
        : Again(file)?.GetProperty("title").GetString();

    /// <summary>A comparison that was written here, by its file; null where it was not.</summary>
    public Comparison? ComparisonOf(string file) => !IsKind(file, AssertionFile) ? null
        : comparisons.TryGetValue(file, out var comparison) ? comparison
        : Again(file) is { } json ? new Comparison(json.GetProperty("expected").GetString()!, json.GetProperty("observed").GetString()!, json.GetProperty("held").GetBoolean())
        : null;

    /// <summary>Writes a document as the target put it out.</summary>
    public string WriteDocument(Document document) => Write(document.Content, document.MediaType switch
    {
        "application/pdf" => ".pdf",
        "text/csv" => ".csv",
        _ => ".bin",
    });

    /// <summary>Writes what the browser recorded of a window, as <c>playwright show-trace</c> opens it.</summary>
    public string WriteTrace(byte[] trace) => Write(trace, ".trace.zip");

    /// <summary>Writes a PNG that belongs to no exchange.</summary>
    public string WritePicture(byte[] png) => Write(png, ".png");

    public string WriteText(string text) => Write(Encoding.UTF8.GetBytes(text), ".txt");

    private static bool IsKind(string file, string extension) => file.EndsWith(extension, StringComparison.Ordinal);

    private static void Remember<T>(ConcurrentDictionary<string, T> memory, string file, T value)
    {
        if (memory.Count >= Remembered)
        {
            memory.Clear();
        }

        memory[file] = value;
    }

    private static JsonElement? Again(string file) => File.Exists(file) ? JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file)) : null;

    private string Write(byte[] content, string extension)
    {
        var file = System.IO.Path.Combine(Path, Convert.ToHexStringLower(SHA256.HashData(content)) + extension);
        if (!File.Exists(file))
        {
            // Another scenario may write the same content at this moment: a name of its own first, then an atomic move.
            var temporary = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}.{Environment.CurrentManagedThreadId}.tmp");
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, file, overwrite: true);
        }

        return file;
    }
}
