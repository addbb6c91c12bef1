using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Conformance.Spec;

namespace Conformance.Cli.Recording;

/// <summary>
/// The log of a run in one role: a line of JSON for every attempt that begins or ends, handed to the operating system at once. What was recorded stays
/// recorded, however the process ends; a last line that was cut in the middle counts as never written. Thread-safe.
/// </summary>
internal sealed class ScenarioLog : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Lock gate = new();
    private readonly FileStream file;

    private ScenarioLog(FileStream file, RunRecord record)
    {
        this.file = file;
        Record = record;
    }

    /// <summary>What was recorded before this process began to write.</summary>
    public RunRecord Record { get; }

    public static ScenarioLog Create(string path, LogHeader header)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var log = new ScenarioLog(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), new RunRecord(header));
        log.Write(new LogLine { Run = header });
        return log;
    }

    /// <summary>Opens a log to go on writing.</summary>
    /// <exception cref="BadInputException">CF6071: it is no log.</exception>
    public static ScenarioLog Open(string path, DateTimeOffset now)
    {
        var (record, length) = Parse(path);
        var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.SetLength(length);
        stream.Seek(0, SeekOrigin.End);
        record.Add(new LogLine { Resumed = now });
        var log = new ScenarioLog(stream, record);
        log.Write(new LogLine { Resumed = now });
        return log;
    }

    /// <summary>Adds lines to a log that nobody writes any more.</summary>
    public static void Append(string path, IEnumerable<LogLine> lines)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        foreach (var line in lines)
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(line, Json));
            file.WriteByte((byte)'\n');
        }
    }

    /// <exception cref="BadInputException">CF6071: it is no log.</exception>
    public static RunRecord Read(string path) => Parse(path).Record;

    public void Write(LogLine line)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(line, Json);
        lock (gate)
        {
            file.Write(bytes);
            file.WriteByte((byte)'\n');
            file.Flush();
        }
    }

    public void Dispose() => file.Dispose();

    private static (RunRecord Record, long Length) Parse(string path)
    {
        var bytes = File.ReadAllBytes(path);
        RunRecord? record = null;
        var (start, number) = (0, 0);
        while (start < bytes.Length && Array.IndexOf(bytes, (byte)'\n', start) is var end and >= 0)
        {
            number++;
            LogLine? line;
            try
            {
                line = JsonSerializer.Deserialize<LogLine>(bytes.AsSpan(start, end - start), Json);
            }
            catch (JsonException e)
            {
                throw new BadInputException(new Problem("CF6071", path, number, 0, $"This is no line of a log: {e.Message}", "Restore the file, or run again from the beginning."));
            }

            if (line?.Run is { } header)
            {
                record = new RunRecord(header);
            }
            else if (line is not null)
            {
                record?.Add(line);
            }

            start = end + 1;
        }

        return record is null
            ? throw new BadInputException(new Problem("CF6071", path, 1, 0, "The log does not say which run it belongs to.", "Restore the file, or run again from the beginning."))
            : (record, start);
    }
}
