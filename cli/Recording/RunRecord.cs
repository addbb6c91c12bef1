using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Recording;

/// <summary>What a log says about a run so far.</summary>
internal sealed class RunRecord
{
    private readonly Dictionary<ScenarioKey, List<RecordedAttempt>> attempts = [];
    private readonly Dictionary<ScenarioKey, int> starts = [];
    private readonly List<string> unclaimed = [];
    private readonly List<string> faults = [];
    private readonly List<Bilingual> apart = [];

    public RunRecord(LogHeader header) => Header = header;

    public LogHeader Header { get; }

    /// <summary>In how many processes it was run.</summary>
    public int Sessions { get; private set; } = 1;

    public IReadOnlyCollection<ScenarioKey> Keys => attempts.Keys;

    /// <summary>What the target sent that no scenario explains.</summary>
    public IReadOnlyList<string> Unclaimed => unclaimed;

    /// <summary>What the product shows of itself; null where nobody looked.</summary>
    public SurfaceReview? Surfaces { get; private set; }

    public IReadOnlyList<string> Faults => faults;

    /// <summary>When the edition of the interface was not up while the other was.</summary>
    public IReadOnlyList<Bilingual> NotBeside => apart;

    /// <summary>The build of the target when the last process came to its end; null where that did not ask.</summary>
    public string? BuildAtEnd { get; private set; }

    public void Add(LogLine line)
    {
        switch (line)
        {
            case { Resumed: not null }:
                Sessions++;
                break;
            case { Started: { } start }:
                var key = new ScenarioKey(start.Id, start.Driver);
                starts[key] = starts.GetValueOrDefault(key) + 1;
                break;
            case { Finished: { } finished }:
                var own = new ScenarioKey(finished.Record.Id, finished.Record.Driver);
                (attempts.TryGetValue(own, out var list) ? list : attempts[own] = []).Add(finished);
                break;
            case { NotBeside: { } once } when !apart.Contains(once):
                apart.Add(once);
                break;
            case { BuildAtEnd: { } build }:
                BuildAtEnd = build;
                break;
            case { Unclaimed: { } found }:
                unclaimed.AddRange(found.Except(unclaimed));
                break;
            case { Surfaces: { } review }:
                Surfaces = review;
                break;
            case { Faults: { } found }:
                faults.AddRange(found.Except(faults));
                break;
        }
    }

    /// <summary>
    /// Attempts that say something, the first one first: neither cut short nor superseded by going on after a wait.
    /// </summary>
    public IReadOnlyList<RecordedAttempt> Attempts(ScenarioKey key)
    {
        var all = attempts.GetValueOrDefault(key) ?? [];
        return [.. all.Where((attempt, i) => !attempt.IsUnfinished && (attempt.Wait is null || i == all.Count - 1))];
    }

    /// <summary>Whether it has come to its end, so that it is not run again.</summary>
    public bool IsDone(ScenarioKey key) => Attempts(key) is [.., { WillBeRetried: false, Wait: null }];

    /// <summary>Where it waits; null where it does not.</summary>
    public RecordedAttempt? Waiting(ScenarioKey key) => Attempts(key) is [.., { Wait: not null } last] ? last : null;

    /// <summary>
    /// The number for its next attempt, beyond every number whose people the target may know. A process that was killed may have begun one more than
    /// it could note down.
    /// </summary>
    public int NextAttempt(ScenarioKey key) => Waiting(key)?.Attempt ?? starts.GetValueOrDefault(key) + Sessions - 1;
}
