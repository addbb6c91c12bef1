namespace Conformance.Gherkin;

/// <summary>What has become of a scenario so far, in Reqnroll's words.</summary>
public enum ScenarioExecutionStatus
{
    OK,
    StepDefinitionPending,
    UndefinedStep,
    BindingError,
    TestError,
    Skipped,
}
