using System.Diagnostics.CodeAnalysis;

namespace Conformance.Gherkin;

/// <summary>The scenario that is being run: what steps leave for each other, its title and tags, and its container.</summary>
public sealed class ScenarioContext : ContextValues
{
    internal const string PassKey = "pass";

    internal ScenarioContext(ScenarioInfo scenarioInfo, IObjectContainer container, CancellationToken cancellationToken)
    {
        ScenarioInfo = scenarioInfo;
        ScenarioContainer = container;
        CancellationToken = cancellationToken;
    }

    public ScenarioInfo ScenarioInfo { get; }

    public IObjectContainer ScenarioContainer { get; }

    /// <summary>The step being run; null in scenario hooks.</summary>
    public ScenarioStepContext? StepContext { get; internal set; }

    /// <summary>What the first failing step or hook threw; null so far.</summary>
    public Exception? TestError { get; internal set; }

    /// <summary>Which block of steps the scenario is in.</summary>
    public ScenarioBlock CurrentScenarioBlock { get; internal set; }

    /// <summary>What has become of the scenario so far.</summary>
    public ScenarioExecutionStatus ScenarioExecutionStatus { get; internal set; }

    /// <summary>Ends when the run is cancelled or the scenario has taken too long. Not in Reqnroll.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Says that the step is not written yet.</summary>
    /// <exception cref="PendingStepException">Always.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = "Reqnroll's is called on the instance.")]
    public void Pending() => throw new PendingStepException();
}
