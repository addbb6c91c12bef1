using System.Globalization;
using System.Text.Json;

namespace Conformance.Mocks;

/// <summary>The file that the oldest entries go to. Not thread-safe: the journal calls it under its own lock.</summary>
internal sealed class JournalSpill(string folder, TimeProvider time) : IDisposable
{
    private StreamWriter? writer;

    /// <summary>Path of the file; null until something was written.</summary>
    public string? File { get; private set; }

    /// <summary>Why the last write failed (disk full, folder read-only); null where none did.</summary>
    public string? Failure { get; private set; }

    public bool TryWrite(JournalEntry entry)
    {
        try
        {
            writer ??= Open();
            writer.WriteLine(JsonSerializer.Serialize(entry, JournalJson.Options));
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Failure = failure.Message;
            return false;
        }
    }

    public IReadOnlyList<JournalEntry> Read()
    {
        if (File is null)
        {
            return [];
        }

        using var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var entries = new List<JournalEntry>();
        while (reader.ReadLine() is { } line)
        {
            entries.Add(JsonSerializer.Deserialize<JournalEntry>(line, JournalJson.Options)!);
        }

        return entries;
    }

    public void Dispose() => writer?.Dispose();

    private StreamWriter Open()
    {
        Directory.CreateDirectory(folder);
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        for (var i = 0; ; i++)
        {
            var path = Path.Combine(folder, i == 0 ? $"journal-{stamp}.ndjson" : $"journal-{stamp}-{i}.ndjson");
            if (System.IO.File.Exists(path))
            {
                continue;
            }

            var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            File = path;
            return new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
        }
    }
}
