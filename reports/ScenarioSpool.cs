using System.Collections;
using System.Text.Json;
using Conformance.Reports.Json;
using Conformance.Verdicts;
using Microsoft.Win32.SafeHandles;

namespace Conformance.Reports;

/// <summary>
/// The results of scenarios as they come. The first ones stay in memory; the others go to a file that nobody else sees and that is gone when the process is, so that
/// a long run needs no more memory at its end than at its beginning. What is read from it is what <c>result.json</c> says. Thread-safe.
/// </summary>
/// <param name="folder">Where the file is made when it is needed.</param>
/// <param name="inMemory">How many stay in memory.</param>
public sealed class ScenarioSpool(string folder, int inMemory = 2000)
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private SafeFileHandle? file;
    private long end;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (gate)
        {
            if (entries.Count < inMemory)
            {
                entries.Add(new(result.Feature, result.Line, result.Driver, result, 0, 0));
                return;
            }

            file ??= Open(folder);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(result, ResultFormat.Plain);
            RandomAccess.Write(file, bytes, end);
            entries.Add(new(string.Intern(result.Feature), result.Line, string.Intern(result.Driver), null, end, bytes.Length));
            end += bytes.Length;
        }
    }

    /// <summary>What came so far, in the order of reports: by feature, line and driver. Each is read when it is looked at; whoever needs several of its members
    /// takes it once.</summary>
    public IReadOnlyList<ScenarioResult> Sorted()
    {
        lock (gate)
        {
            return new Spooled(file, [.. entries.OrderBy(entry => entry.Feature, StringComparer.Ordinal).ThenBy(entry => entry.Line).ThenBy(entry => entry.Driver, StringComparer.Ordinal)]);
        }
    }

    private static SafeFileHandle Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $".scenarios-{Path.GetRandomFileName()}");
        var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // It lives as long as it is open, also when the process is killed.
            File.Delete(path);
        }

        return handle;
    }

    /// <param name="Result">Null for one in the file.</param>
    private sealed record Entry(string Feature, int Line, string Driver, ScenarioResult? Result, long Offset, int Length);

    private sealed class Spooled(SafeFileHandle? file, Entry[] entries) : IReadOnlyList<ScenarioResult>
    {
        public int Count => entries.Length;

        public ScenarioResult this[int index] => entries[index] is var entry && entry.Result is { } result ? result : Read(entry);

        public IEnumerator<ScenarioResult> GetEnumerator()
        {
            for (var i = 0; i < entries.Length; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private ScenarioResult Read(Entry entry)
        {
            var bytes = new byte[entry.Length];
            for (var read = 0; read < bytes.Length;)
            {
                var now = RandomAccess.Read(file!, bytes.AsSpan(read), entry.Offset + read);
                read += now > 0 ? now : throw new IOException("The file of the results ended before its end.");
            }

            return JsonSerializer.Deserialize<ScenarioResult>(bytes, ResultFormat.Plain)!;
        }
    }
}
