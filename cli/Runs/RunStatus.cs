using Conformance.Cli.Recording;

namespace Conformance.Cli.Runs;

/// <summary>Where a run in one role stands, as its log says.</summary>
/// <param name="State"><c>running</c>: a process writes it; <c>stopped</c>: none does, and it is not at its end; <c>waiting</c>: all that is left waits; <c>ended</c>.</param>
/// <param name="Open">Neither done nor waiting.</param>
internal sealed record RunStatus(LogHeader Header, string State, int Planned, int Done, int Open, int Sessions, DateTimeOffset? LastEvent, IReadOnlyList<RunWait> Waits)
{
    public static RunStatus Of(string log)
    {
        var record = ScenarioLog.Read(log);
        var keys = record.Keys;
        var waits = keys.Select(record.Waiting).OfType<RecordedAttempt>()
            .GroupBy(attempt => (attempt.Wait!.Reason, attempt.Wait.NotBefore))
            .Select(group => new RunWait(group.Key.Reason, group.Count(), group.Min(Ended), group.Key.NotBefore, [.. group.Select(attempt => $"{attempt.Record.Id} ({attempt.Record.Driver})")]))
            .OrderBy(wait => wait.Since).ToList();
        var (done, waiting) = (keys.Count(record.IsDone), waits.Sum(wait => wait.Scenarios));
        var planned = HowMany(record);
        var open = Math.Max(0, planned - done - waiting);
        var state = IsWritten(log) ? "running" : open > 0 ? "stopped" : waiting > 0 ? "waiting" : "ended";
        return new RunStatus(record.Header, state, planned, done, open, record.Sessions, keys.SelectMany(record.Attempts).Select(attempt => (DateTimeOffset?)Ended(attempt)).Max(), waits);
    }

    private static DateTimeOffset Ended(RecordedAttempt attempt) => attempt.Record.Started + attempt.Record.Duration;

    // How many scenarios a part has is known exactly once it is over; before, it is its share of the whole.
    private static int HowMany(RunRecord record) =>
        record.Header.Mine ?? (record.Header.Part?.Split('/') is [_, var count] && int.TryParse(count, out var parts) && parts > 0 ? (record.Header.Planned + parts - 1) / parts : record.Header.Planned);

    // Whoever writes a log keeps it locked.
    private static bool IsWritten(string log)
    {
        try
        {
            using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}

/// <param name="For">What is waited for.</param>
/// <param name="Since">When the first of them began to wait.</param>
/// <param name="Until">Going on before is useless; null where nobody knows.</param>
internal sealed record RunWait(string For, int Scenarios, DateTimeOffset Since, DateTimeOffset? Until, IReadOnlyList<string> Which);
