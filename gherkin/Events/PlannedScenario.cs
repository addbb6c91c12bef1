namespace Conformance.Gherkin;

/// <summary>A scenario in one pass of a run, with its hooks and bound steps.</summary>
public sealed record PlannedScenario
{
    /// <summary>From zero within the run; the same input gives the same numbers.</summary>
    public required int Number { get; init; }

    public required Pickle Pickle { get; init; }

    /// <summary>Name of the pass; empty unless the run has several.</summary>
    public required string Pass { get; init; }

    /// <summary>Hooks before, steps, hooks after, in the order in which they run.</summary>
    public required IReadOnlyList<PlannedStep> Steps { get; init; }
}
