namespace Conformance.Gherkin;

/// <summary>What became of a run, in numbers. A scenario counts once per pass, with its last attempt.</summary>
public sealed record RunOutcome
{
    /// <summary>Scenarios by status; statuses that did not occur are 0.</summary>
    public required IReadOnlyDictionary<StepStatus, int> Scenarios { get; init; }

    /// <summary>Scenarios that should have run and did not.</summary>
    public required int NotRun { get; init; }

    /// <summary>Scenarios that were cut short; they are counted as <see cref="StepStatus.Unknown"/> too.</summary>
    public required int Unfinished { get; init; }

    /// <summary>Scenarios that passed, but not at the first attempt.</summary>
    public required int Flaky { get; init; }

    /// <summary>Scenarios that wait for something that takes longer than a run; they are counted as <see cref="StepStatus.Pending"/> too.</summary>
    public required int Waiting { get; init; }

    public required bool IsCancelled { get; init; }

    /// <summary>Features that do not parse, bindings that cannot be used, hooks and sinks that failed; and warnings.</summary>
    public required IReadOnlyList<GherkinProblem> Problems { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Something is wrong with features, bindings, hooks or sinks, so the run says less about the target than it should.</summary>
    public bool IsHarnessFault => Scenarios[StepStatus.Undefined] + Scenarios[StepStatus.Ambiguous] > 0 || Problems.Any(problem => !problem.IsWarning);

    /// <summary>Every scenario was run and passed or said that it has no meaning here, and nothing is wrong with the harness.</summary>
    public bool IsSuccess =>
        !IsHarnessFault
        && !IsCancelled
        && NotRun + Unfinished + Scenarios[StepStatus.Failed] + Scenarios[StepStatus.Pending] + Scenarios[StepStatus.Unknown] == 0;
}
