using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Gherkin;

/// <summary>Writes envelopes, one a line, and the parts that many messages share.</summary>
internal sealed class MessageWriter(Stream stream) : IDisposable
{
    // Japanese text stays readable; the file is not meant to be put into HTML as it is.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly string[] Statuses = [.. Enum.GetNames<StepStatus>().Select(status => status.ToUpperInvariant())];

    // Bytes that are handed over at once.
    private const int WriteFrom = 32 * 1024;

    private readonly ArrayBufferWriter<byte> _lines = new(WriteFrom + 1024);
    private Utf8JsonWriter? _json;

    /// <summary>Begins a line; its content is written to what this returns.</summary>
    /// <param name="name">Which message it is.</param>
    public Utf8JsonWriter Begin(JsonEncodedText name)
    {
        if (_json is null)
        {
            _json = new(_lines, Options);
        }
        else
        {
            _json.Reset();
        }

        _json.WriteStartObject();
        _json.WriteStartObject(name);
        return _json;
    }

    public void End()
    {
        _json!.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _lines.GetSpan(1)[0] = (byte)'\n';
        _lines.Advance(1);
        if (_lines.WrittenCount >= WriteFrom)
        {
            HandOver();
        }
    }

    public void Envelope(JsonEncodedText name, Action<Utf8JsonWriter> content)
    {
        content(Begin(name));
        End();
    }

    /// <summary>Has everything written by now reach the file.</summary>
    public void Flush()
    {
        HandOver();

        // Not FlushAsync: for a file that is the same work on another thread, and the way there costs more than the work.
        stream.Flush();
    }

    public void Dispose() => _json?.Dispose();

    private void HandOver()
    {
        stream.Write(_lines.WrittenSpan);
        _lines.ResetWrittenCount();
    }

    public static void Location(Utf8JsonWriter json, int line, int column)
    {
        if (line == 0)
        {
            return;
        }

        json.WriteStartObject(Names.Location);
        json.WriteNumber(Names.Line, line);
        if (column > 0)
        {
            json.WriteNumber(Names.Column, column);
        }

        json.WriteEndObject();
    }

    public static void Time(Utf8JsonWriter json, DateTimeOffset at)
    {
        var sinceEpoch = at - DateTimeOffset.UnixEpoch;
        Span(json, Names.Timestamp, sinceEpoch);
    }

    public static void Result(Utf8JsonWriter json, JsonEncodedText name, StepResult result)
    {
        json.WriteStartObject(name);
        json.WriteString(Names.Status, Statuses[(int)result.Status]);
        Span(json, Names.Duration, result.Duration);

        // What an undefined step asks for is a suggestion of its own.
        if (result.Message is { } message && result.Status != StepStatus.Undefined)
        {
            json.WriteString(Names.Message, result.Exception is { StackTrace: { } trace } ? $"{message}\n{trace}" : message);
        }

        if (result.Exception is { } exception && result.Status == StepStatus.Failed)
        {
            json.WriteStartObject(Names.Exception);
            json.WriteString(Names.Type, exception.GetType().FullName);
            json.WriteString(Names.Message, exception.Message);
            json.WriteString(Names.StackTrace, exception.ToString());
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Nanoseconds count forward also before the epoch.
    private static void Span(Utf8JsonWriter json, JsonEncodedText name, TimeSpan span)
    {
        var (seconds, ticks) = Math.DivRem(span.Ticks, TimeSpan.TicksPerSecond);
        if (ticks < 0)
        {
            (seconds, ticks) = (seconds - 1, ticks + TimeSpan.TicksPerSecond);
        }

        json.WriteStartObject(name);
        json.WriteNumber(Names.Seconds, seconds);
        json.WriteNumber(Names.Nanos, ticks * TimeSpan.NanosecondsPerTick);
        json.WriteEndObject();
    }
}
