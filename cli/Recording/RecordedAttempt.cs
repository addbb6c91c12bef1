using Conformance.Gherkin;
using Conformance.Verdicts;

namespace Conformance.Cli.Recording;

/// <summary>What happened in one attempt at a scenario, before anybody judges it.</summary>
/// <param name="Attempt">The number that its people were made with.</param>
internal sealed record RecordedAttempt(ScenarioRecord Record, int Attempt)
{
    public bool WillBeRetried { get; init; }

    /// <summary>It was cut short, so it says nothing and is run again when the run goes on.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>Where it waits; null where it does not.</summary>
    public ScenarioWait? Wait { get; init; }
}
