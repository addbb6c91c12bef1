using Conformance.Cli.Recording;
using Conformance.Gherkin;

namespace Conformance.Cli.Runs;

/// <summary>How the scenarios of a run are run, whatever they are.</summary>
internal sealed record Execution
{
    /// <summary>How often a scenario that failed is tried again, with new people.</summary>
    public int Retries { get; init; }

    public bool FailFast { get; init; }

    /// <summary>Which part of the run; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Files to balance parts by; null where none is given.</summary>
    public string? Durations { get; init; }

    /// <summary>How long a step may take; null for as long as its scenario may.</summary>
    public TimeSpan? StepTimeout { get; init; }

    public TimeSpan ScenarioTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Whether Cucumber Messages are written, as lines and as a page.</summary>
    public bool Messages { get; init; }

    /// <summary>The only scenarios that run, and why it is only they; null for all.</summary>
    public Selection? Only { get; init; }
}

/// <summary>Some scenarios of a run.</summary>
/// <param name="Why">For the report.</param>
internal sealed record Selection(IReadOnlySet<ScenarioKey> Keys, string Why);
