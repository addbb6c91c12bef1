using System.Threading.Channels;

namespace Conformance.Mocks;

/// <summary>
/// Every request that the neighbours of the target received, oldest first. Bounded: what is beyond the capacity is spilled to a file or
/// dropped and counted. Thread-safe.
/// </summary>
public sealed class Journal : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, JournalEntry> held = [];
    private readonly List<ChannelWriter<JournalEntry>> listeners = [];
    private readonly List<ScenarioMark> marks = [];
    private readonly JournalOptions options;
    private readonly TimeProvider time;
    private readonly JournalSpill? spill;
    private long first = 1;
    private long next = 1;
    private long characters;
    private long spilled;
    private long dropped;
    private long unclaimedGone;

    public Journal(JournalOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, 1);
        this.options = options;
        this.time = time;
        spill = options.SpillFolder is { } folder ? new JournalSpill(folder, time) : null;
    }

    /// <summary>Requests ever received.</summary>
    public long Count { get { lock (gate) { return next - 1; } } }

    /// <summary>Entries that left memory for the spill file.</summary>
    public long Spilled { get { lock (gate) { return spilled; } } }

    /// <summary>Entries that are gone. Anything but 0 means that a search may miss a request.</summary>
    public long Dropped { get { lock (gate) { return dropped; } } }

    /// <summary>Entries that left memory although no scenario had claimed them. They can no longer be claimed.</summary>
    public long UnclaimedGone { get { lock (gate) { return unclaimedGone; } } }

    /// <summary>Path of the spill file; null while nothing was spilled.</summary>
    public string? SpillFile { get { lock (gate) { return spill?.File; } } }

    /// <summary>Why the spill file could not be written (the entries were dropped then); null where it could.</summary>
    public string? SpillFailure { get { lock (gate) { return spill?.Failure; } } }

    /// <summary>The entries in memory, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries { get { lock (gate) { return Snapshot(); } } }

    /// <summary>The entries in memory that satisfy <paramref name="predicate"/>, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Find(Func<JournalEntry, bool> predicate) => [.. Entries.Where(predicate)];

    /// <summary><see cref="Find"/> over the spilled entries as well. Reads the whole spill file.</summary>
    public IReadOnlyList<JournalEntry> FindEverywhere(Func<JournalEntry, bool> predicate)
    {
        lock (gate)
        {
            return [.. (spill?.Read() ?? []).Concat(Snapshot()).Where(predicate)];
        }
    }

    /// <summary>
    /// The first entry that satisfies <paramref name="predicate"/>: one that is already there, else the next to come, at once when it comes.
    /// </summary>
    /// <param name="predicate">Runs on the caller's own time, outside any lock.</param>
    /// <param name="deadline">How long to wait for it.</param>
    /// <returns>Null when the deadline passed without one.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/>; a deadline is not a cancellation.</exception>
    public Task<JournalEntry?> WaitForAsync(Func<JournalEntry, bool> predicate, TimeSpan deadline, CancellationToken cancellationToken) =>
        ListenAsync(entry => predicate(entry) ? entry : null, deadline, cancellationToken);

    /// <summary><see cref="WaitForAsync"/> for an entry that nobody has claimed, and claims it in one go, so that two who wait for the same
    /// thing never get the same entry.</summary>
    /// <returns>The claimed entry; null when the deadline passed without one.</returns>
    public Task<JournalEntry?> ClaimNextAsync(
        Func<JournalEntry, bool> predicate, string scenario, TimeSpan deadline, CancellationToken cancellationToken) =>
        ListenAsync(entry => predicate(entry) && Claim(entry.Sequence, scenario, again: false) ? Held(entry.Sequence) : null, deadline, cancellationToken);

    /// <summary>Says that a request belongs to a scenario. The first claim stands.</summary>
    /// <returns>False where another scenario has it, or where it is no longer in memory.</returns>
    public bool TryClaim(long sequence, string scenario) => Claim(sequence, scenario, again: true);

    /// <summary>Makes a scenario known by its people, so that an unclaimed request can be laid at the nearest door.</summary>
    public void Introduce(ScenarioMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        lock (gate)
        {
            marks.Add(mark);
        }
    }

    /// <summary>Claimable entries in memory that no scenario has claimed, oldest first, each with its nearest scenario.</summary>
    public IReadOnlyList<UnclaimedEntry> Unclaimed()
    {
        JournalEntry[] entries;
        ScenarioMark[] known;
        lock (gate)
        {
            entries = [.. Snapshot().Where(IsUnclaimed)];
            known = [.. marks];
        }

        return [.. entries.Select(entry => known.Select(mark => (mark.Scenario, Likeness: Likeness.Of(mark, entry)))
            .Where(near => near.Likeness > 0)
            .OrderByDescending(near => near.Likeness)
            .Select(near => new UnclaimedEntry(entry, near.Scenario, near.Likeness))
            .DefaultIfEmpty(new UnclaimedEntry(entry, null, 0))
            .First())];
    }

    /// <summary>Hides entries from <c>/__admin/requests</c>; they stay evidence.</summary>
    /// <returns>Those that were hidden now.</returns>
    internal IReadOnlyList<JournalEntry> Remove(Func<JournalEntry, bool> predicate)
    {
        lock (gate)
        {
            var hidden = Snapshot().Where(entry => !entry.Removed && predicate(entry)).ToList();
            hidden.ForEach(entry => held[entry.Sequence] = held[entry.Sequence] with { Removed = true });
            return hidden;
        }
    }

    /// <summary>Ends every wait (with null) and closes the spill file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            listeners.ForEach(listener => listener.TryComplete());
            listeners.Clear();
            spill?.Dispose();
        }
    }

    /// <returns>The entry with its sequence.</returns>
    internal JournalEntry Append(JournalEntry entry)
    {
        lock (gate)
        {
            var numbered = entry with { Sequence = next };
            held.Add(next++, numbered);
            characters += numbered.Size;
            while (held.Count > options.Capacity || (characters > options.CharacterCapacity && held.Count > 1))
            {
                Evict();
            }

            listeners.ForEach(listener => listener.TryWrite(numbered));
            return numbered;
        }
    }

    private static bool IsUnclaimed(JournalEntry entry) => entry is { Claimable: true, ClaimedBy: null };

    private async Task<JournalEntry?> ListenAsync(Func<JournalEntry, JournalEntry?> pick, TimeSpan deadline, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var channel = Channel.CreateUnbounded<JournalEntry>(new UnboundedChannelOptions { SingleReader = true });
        JournalEntry[] present;
        lock (gate)
        {
            present = Snapshot();
            listeners.Add(channel.Writer);
        }

        try
        {
            if (present.Select(pick).FirstOrDefault(picked => picked is not null) is { } found)
            {
                return found;
            }

            using var timer = new CancellationTokenSource(deadline, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
            try
            {
                await foreach (var entry in channel.Reader.ReadAllAsync(either.Token))
                {
                    if (pick(entry) is { } picked)
                    {
                        return picked;
                    }
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The deadline.
            }

            return null;
        }
        finally
        {
            lock (gate)
            {
                listeners.Remove(channel.Writer);
            }
        }
    }

    private bool Claim(long sequence, string scenario, bool again)
    {
        lock (gate)
        {
            if (!held.TryGetValue(sequence, out var entry))
            {
                return false;
            }

            if (entry.ClaimedBy is { } owner)
            {
                return again && owner == scenario;
            }

            held[sequence] = entry with { ClaimedBy = scenario };
            return true;
        }
    }

    private JournalEntry? Held(long sequence)
    {
        lock (gate)
        {
            return held.GetValueOrDefault(sequence);
        }
    }

    private void Evict()
    {
        held.Remove(first++, out var oldest);
        characters -= oldest!.Size;
        unclaimedGone += IsUnclaimed(oldest) ? 1 : 0;
        if (spill?.TryWrite(oldest) == true)
        {
            spilled++;
        }
        else
        {
            dropped++;
        }
    }

    private JournalEntry[] Snapshot()
    {
        var entries = new JournalEntry[held.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = held[first + i];
        }

        return entries;
    }
}
