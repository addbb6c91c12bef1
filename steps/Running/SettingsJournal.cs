using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Steps.Running;

/// <summary>
/// Settings of a product that are changed for a while, with what was there, in a file of the environment's folder: written before the change and emptied after the setting was put back. What a killed
/// run left in it is put back by the next run or by <c>environment restore</c>. Thread-safe.
/// </summary>
public sealed class SettingsJournal
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly string file;
    private readonly string run;
    private readonly TimeProvider time;
    private readonly List<Changed> open = [];

    /// <param name="file">Its folder need not be there.</param>
    /// <param name="run">ID of the run.</param>
    public SettingsJournal(string file, string run, TimeProvider time)
    {
        (this.file, this.run, this.time) = (file, run, time);
        open.AddRange(Left(file));
    }

    /// <summary>One changed setting.</summary>
    /// <param name="Exchange">That sets it.</param>
    /// <param name="Was">The value to put back.</param>
    public sealed record Changed(string Exchange, string Item, string Was, string Run, DateTimeOffset Since);

    /// <summary>What was not put back; none where there is no file.</summary>
    public static IReadOnlyList<Changed> Left(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Changed>>(File.ReadAllText(file), Json) ?? [];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Notes a setting that is about to be changed.</summary>
    public Changed Before(string exchange, string item, string was)
    {
        var entry = new Changed(exchange, item, was, run, time.GetUtcNow());
        lock (gate)
        {
            // What was there first is what has to come back.
            if (!open.Any(other => other.Exchange == exchange && other.Item == item))
            {
                open.Add(entry);
                Write();
            }
        }

        return entry;
    }

    /// <summary>Takes a setting out that was put back.</summary>
    public void Restored(Changed? entry)
    {
        lock (gate)
        {
            open.RemoveAll(other => other.Exchange == entry?.Exchange && other.Item == entry.Item);
            Write();
        }
    }

    // On the disk before the setting is changed.
    private void Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (open.Count == 0)
        {
            File.Delete(file);
            return;
        }

        using (var stream = new FileStream(file + ".part", FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, open, Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(file + ".part", file, overwrite: true);
    }
}
