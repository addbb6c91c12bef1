using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Drivers;

namespace Conformance.Steps.Running;

/// <summary>
/// Everything that a run writes to a target, a line before it is sent and a line when the answer is there: whoever cleans the environment up afterwards knows what to look for, also after a kill. Thread-safe.
/// </summary>
public sealed class CreationLedger : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Telling = ["氏名", "氏名_フリガナ", "生年月日", "個人番号", "宛名番号", "受付番号"];

    private readonly Lock gate = new();
    private readonly FileStream file;
    private readonly TimeProvider time;
    private int last;

    /// <param name="path">Is appended to.</param>
    public CreationLedger(string path, TimeProvider time)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        this.time = time;
        last = Read(path).Select(line => line.Number).DefaultIfEmpty().Max();
        file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>One line: what is about to be sent (no outcome), or what came of it.</summary>
    /// <param name="Items">By which the record is found: as sent, and of the answer what is a number.</param>
    public sealed record Line(int Number, DateTimeOffset Time, string Scenario, string Surface, string Exchange, string? Outcome, IReadOnlyDictionary<string, string> Items);

    /// <summary>All lines of a ledger; a last one that was cut in the middle counts as never written.</summary>
    public static IReadOnlyList<Line> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1).Select(line => JsonSerializer.Deserialize<Line>(line, Json)!)];
    }

    /// <summary>Notes a call that is about to be made.</summary>
    /// <returns>Its number, for the answer.</returns>
    public int Sends(string scenario, string surface, FunctionCall call)
    {
        lock (gate)
        {
            Write(new Line(++last, time.GetUtcNow(), scenario, surface, call.Exchange, null, Of(call.Items)));
            return last;
        }
    }

    public void Answered(int number, string scenario, string surface, string exchange, Observation answer)
    {
        lock (gate)
        {
            Write(new Line(number, time.GetUtcNow(), scenario, surface, exchange, answer.Outcome.ToString().ToLowerInvariant(), answer.Records.Count > 0 ? Of(answer.Records[0]) : new Dictionary<string, string>()));
        }
    }

    public void Dispose() => file.Dispose();

    private void Write(Line line)
    {
        file.Write(JsonSerializer.SerializeToUtf8Bytes(line, Json));
        file.WriteByte((byte)'\n');
        file.Flush();
    }

    private static Dictionary<string, string> Of(IReadOnlyDictionary<string, string?> items) =>
        items.Where(item => item.Value is { Length: > 0 } && (Telling.Contains(item.Key) || item.Key.EndsWith("番号", StringComparison.Ordinal))).ToDictionary(item => item.Key, item => item.Value!, StringComparer.Ordinal);
}
