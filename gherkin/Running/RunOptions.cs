namespace Conformance.Gherkin;

/// <summary>How a run is run.</summary>
public sealed record RunOptions
{
    /// <summary>How many scenarios run at the same time, at most; at least 1.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Which scenarios run; null for all.</summary>
    public Func<Pickle, bool>? Filter { get; init; }

    /// <summary>Which passes of a scenario run, after <see cref="Shard"/> has dealt them out; null for all.</summary>
    public Func<Pickle, string, bool>? PassFilter { get; init; }

    /// <summary>
    /// The passes in which a scenario runs, each a scenario of its own in every event; by default one pass without name. A step reads its
    /// pass from <see cref="ScenarioInfo.Pass"/>, or from the <see cref="ScenarioContext"/> under the key <c>pass</c>.
    /// </summary>
    public Func<Pickle, IEnumerable<string>>? Passes { get; init; }

    /// <summary>Registers objects that all scenarios share, before the first hook.</summary>
    public Action<IObjectContainer>? ConfigureRun { get; init; }

    /// <summary>How long a step or hook may take; null for as long as it likes. One that takes longer fails and is left behind.</summary>
    public TimeSpan? StepTimeout { get; init; }

    /// <summary>How long the steps of a scenario may take together, hooks after it not counted.</summary>
    public TimeSpan? ScenarioTimeout { get; init; }

    /// <summary>Binds every step and runs none: steps are skipped, undefined or ambiguous.</summary>
    public bool DryRun { get; init; }

    /// <summary>How often a failed scenario is tried again. One that passes then is flaky.</summary>
    public int Retries { get; init; }

    /// <summary>
    /// The number of a scenario's first attempt in this run, for a run that goes on with an earlier one: whoever makes people from
    /// <see cref="ScenarioInfo.Attempt"/> makes new ones. Null for zero.
    /// </summary>
    public Func<Pickle, string, int>? FirstAttempt { get; init; }

    /// <summary>Where a scenario of a pass waits, so that it goes on from there; null for one that starts at its beginning.</summary>
    public Func<Pickle, string, ScenarioWait?>? Continue { get; init; }

    /// <summary>Starts no more scenarios once one has not passed.</summary>
    public bool FailFast { get; init; }

    /// <summary>Which part of the scenarios to run; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>In which order scenarios start.</summary>
    public ScenarioOrder Order { get; init; }
}
