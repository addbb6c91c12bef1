namespace Conformance.Gherkin;

/// <summary>The step that is being run.</summary>
public sealed class ScenarioStepContext : ContextValues
{
    internal ScenarioStepContext(PickleStep step) => StepInfo = new(step);

    public StepInfo StepInfo { get; }

    /// <summary>What the step threw; null while it runs and when it passed.</summary>
    public Exception? TestError { get; internal set; }

    /// <summary>What became of the step; <see cref="ScenarioExecutionStatus.OK"/> while it runs.</summary>
    public ScenarioExecutionStatus Status { get; internal set; }
}
