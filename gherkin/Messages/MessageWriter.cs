using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>Writes envelopes, one a line, and the parts that many messages share.</summary>
internal sealed class MessageWriter(Stream stream) : IAsyncDisposable
{
    // Japanese text stays readable; the file is not meant to be put into HTML as it is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter _json = new(stream, Options);

    public void Envelope(string name, Action<Utf8JsonWriter> content)
    {
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteStartObject(name);
        content(_json);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        stream.WriteByte((byte)'\n');
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();

    public static void Location(Utf8JsonWriter json, int line, int column)
    {
        if (line == 0)
        {
            return;
        }

        json.WriteStartObject("location");
        json.WriteNumber("line", line);
        if (column > 0)
        {
            json.WriteNumber("column", column);
        }

        json.WriteEndObject();
    }

    public static void Time(Utf8JsonWriter json, DateTimeOffset at)
    {
        var sinceEpoch = at - DateTimeOffset.UnixEpoch;
        Span(json, "timestamp", sinceEpoch);
    }

    public static void Result(Utf8JsonWriter json, string name, StepResult result)
    {
        json.WriteStartObject(name);
        json.WriteString("status", result.Status.ToString().ToUpperInvariant());
        Span(json, "duration", result.Duration);

        // What an undefined step asks for is a suggestion of its own.
        if (result.Message is { } message && result.Status != StepStatus.Undefined)
        {
            json.WriteString("message", result.Exception is { StackTrace: { } trace } ? $"{message}\n{trace}" : message);
        }

        if (result.Exception is { } exception && result.Status == StepStatus.Failed)
        {
            json.WriteStartObject("exception");
            json.WriteString("type", exception.GetType().FullName);
            json.WriteString("message", exception.Message);
            json.WriteString("stackTrace", exception.ToString());
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Nanoseconds count forward also before the epoch.
    private static void Span(Utf8JsonWriter json, string name, TimeSpan span)
    {
        var (seconds, ticks) = Math.DivRem(span.Ticks, TimeSpan.TicksPerSecond);
        if (ticks < 0)
        {
            (seconds, ticks) = (seconds - 1, ticks + TimeSpan.TicksPerSecond);
        }

        json.WriteStartObject(name);
        json.WriteNumber("seconds", seconds);
        json.WriteNumber("nanos", ticks * TimeSpan.NanosecondsPerTick);
        json.WriteEndObject();
    }
}
