namespace Conformance.Gherkin;

/// <summary>Something that happened in a run. Sinks get the events one at a time; those of one scenario are in order.</summary>
/// <param name="At">When it happened.</param>
public abstract record RunEvent(DateTimeOffset At)
{
    /// <summary>The first event.</summary>
    /// <param name="Scenarios">How many scenarios, counted once per pass, the run is going to run.</param>
    public sealed record RunStarted(
        DateTimeOffset At, FeatureReading Features, BindingCatalogue Bindings, int Scenarios, bool IsDryRun) : RunEvent(At);

    /// <summary>A hook of the run or of a feature begins.</summary>
    /// <param name="Execution">From zero within the run.</param>
    /// <param name="Feature">Title of the feature; null for a hook of the run.</param>
    public sealed record RunHookStarted(DateTimeOffset At, Hook Hook, int Execution, string? Feature) : RunEvent(At);

    public sealed record RunHookFinished(
        DateTimeOffset At, Hook Hook, int Execution, string? Feature, StepResult Result, IReadOnlyList<Attachment> Attachments) : RunEvent(At);

    /// <summary>An attempt at a scenario begins.</summary>
    /// <param name="Attempt">Zero for the first.</param>
    /// <param name="Worker">From zero: which of the parallel workers runs it.</param>
    public sealed record ScenarioStarted(DateTimeOffset At, PlannedScenario Scenario, int Attempt, int Worker) : RunEvent(At);

    public sealed record StepStarted(DateTimeOffset At, PlannedScenario Scenario, int Attempt, PlannedStep Step) : RunEvent(At);

    public sealed record StepFinished(
        DateTimeOffset At, PlannedScenario Scenario, int Attempt, PlannedStep Step, StepResult Result, IReadOnlyList<Attachment> Attachments)
        : RunEvent(At);

    /// <summary>An attempt at a scenario ended.</summary>
    public sealed record ScenarioFinished(DateTimeOffset At, PlannedScenario Scenario, int Attempt) : RunEvent(At)
    {
        /// <summary>The worst status of its hooks and steps.</summary>
        public required StepStatus Status { get; init; }

        public required TimeSpan Duration { get; init; }

        /// <summary>What the first failing step or hook threw.</summary>
        public Exception? Exception { get; init; }

        /// <summary>Why it did not pass, where no step says it: a feature hook or the disposal of its objects failed.</summary>
        public string? Message { get; init; }

        /// <summary>Where and for what it waits; null for a scenario that does not.</summary>
        public ScenarioWait? Wait { get; init; }

        public bool WillBeRetried { get; init; }

        /// <summary>It passed, but not at the first attempt.</summary>
        public bool IsFlaky { get; init; }

        /// <summary>It was cut short because the run was cancelled.</summary>
        public bool IsUnfinished { get; init; }
    }

    /// <summary>A scenario that the run should have run and did not.</summary>
    public sealed record ScenarioNotRun(DateTimeOffset At, Pickle Pickle, string Pass, string Reason) : RunEvent(At);

    /// <summary>The last event.</summary>
    public sealed record RunFinished(DateTimeOffset At, RunOutcome Outcome) : RunEvent(At);
}
