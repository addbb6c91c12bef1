using Conformance.Cli.Recording;
using Conformance.Gherkin;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>
/// Takes in the attempts of a run as they end, notes them in the log, and hands over each scenario once, with all its attempts, when it has come to its
/// end. What an earlier process recorded counts as if it had happened here.
/// </summary>
internal sealed class ScenarioHistory(ScenarioLog? log, ScenarioJudge judge, Action<ScenarioResult> finished)
{
    private readonly Lock gate = new();
    private readonly Dictionary<ScenarioKey, List<ScenarioResult>> earlier = [];

    /// <summary>What an earlier process recorded; null for a run that begins.</summary>
    private RunRecord? Recorded => log?.Record is { Keys.Count: > 0 } record ? record : null;

    /// <summary>How many scenarios wait.</summary>
    public int Waiting { get; private set; }

    public void Started(ScenarioKey key) => log?.Write(new LogLine { Started = new RecordedStart(key.Id, key.Driver) });

    /// <summary>An attempt that was made.</summary>
    public void Ended(RecordedAttempt attempt)
    {
        var key = new ScenarioKey(attempt.Record.Id, attempt.Record.Driver);
        if (Recorded?.Waiting(key) is { Wait: { } wait } before)
        {
            // What was done before it waited stands as it was recorded.
            attempt = attempt with { Record = attempt.Record with { Steps = [.. before.Record.Steps.Take(wait.StepsDone), .. attempt.Record.Steps.Skip(wait.StepsDone)], Started = before.Record.Started } };
        }

        log?.Write(new LogLine { Finished = attempt });
        Count(attempt, Recorded is { } record ? [.. record.Attempts(key).Where(one => one.Wait is null)] : []);
    }

    /// <summary>A scenario that an earlier process brought to its end, or that still waits.</summary>
    public void Recall(ScenarioKey key)
    {
        var attempts = Recorded!.Attempts(key);
        if (attempts.Count > 0)
        {
            Count(attempts[^1], [.. attempts.SkipLast(1)]);
        }
    }

    /// <summary>A scenario that was not tried. It is not recorded, so that it is run when the run goes on.</summary>
    public void NotTried(ScenarioRecord record) => finished(judge.Judge(record));

    private void Count(RecordedAttempt attempt, IReadOnlyList<RecordedAttempt> before)
    {
        var key = new ScenarioKey(attempt.Record.Id, attempt.Record.Driver);
        List<ScenarioResult> attempts;
        lock (gate)
        {
            if (!earlier.TryGetValue(key, out attempts!))
            {
                attempts = [.. before.Select(one => judge.Judge(one.Record))];
            }

            attempts.Add(judge.Judge(attempt.Record));
            if (attempt.WillBeRetried)
            {
                earlier[key] = attempts;
                return;
            }

            earlier.Remove(key);
            Waiting += attempt.Wait is null ? 0 : 1;
        }

        finished(AttemptJudge.Combine(attempts));
    }
}
