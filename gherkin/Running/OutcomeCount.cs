namespace Conformance.Gherkin;

/// <summary>Counts what became of scenarios. Thread-safe.</summary>
internal sealed class OutcomeCount
{
    private readonly int[] _byStatus = new int[(int)StepStatus.Failed + 1];
    private int _notRun;
    private int _unfinished;
    private int _flaky;
    private int _waiting;

    /// <param name="finished">The last attempt at a scenario.</param>
    public void Add(RunEvent.ScenarioFinished finished)
    {
        Interlocked.Increment(ref _byStatus[(int)finished.Status]);
        Interlocked.Add(ref _flaky, finished.IsFlaky ? 1 : 0);
        Interlocked.Add(ref _unfinished, finished.IsUnfinished ? 1 : 0);
        Interlocked.Add(ref _waiting, finished.Wait is null ? 0 : 1);
    }

    public void AddNotRun() => Interlocked.Increment(ref _notRun);

    public RunOutcome Outcome(RunSetting setting, FeatureReading features, TimeSpan duration) => new()
    {
        Scenarios = Enum.GetValues<StepStatus>().ToDictionary(status => status, status => _byStatus[(int)status]),
        NotRun = _notRun,
        Unfinished = _unfinished,
        Flaky = _flaky,
        Waiting = _waiting,
        IsCancelled = setting.Abandonment.Cancelled.IsCancellationRequested,
        Problems = [.. features.Problems, .. setting.Bindings.Problems, .. setting.Problems.All()],
        Duration = duration,
    };
}
