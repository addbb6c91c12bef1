namespace Conformance.Gherkin;

/// <summary>One thing that a scenario does.</summary>
/// <param name="Number">From zero within the scenario, hooks included.</param>
public abstract record PlannedStep(int Number)
{
    public sealed record OfHook(int Number, Hook Hook) : PlannedStep(Number);

    /// <param name="Matches">None: undefined; several: ambiguous.</param>
    public sealed record OfStep(int Number, PickleStep Step, IReadOnlyList<StepMatch> Matches) : PlannedStep(Number);
}
