namespace Conformance.Gherkin;

/// <summary>Runs after every scenario, whatever became of it.</summary>
public sealed class AfterScenarioAttribute : HookAttribute
{
    public AfterScenarioAttribute(params string[] tags)
        : base(HookKind.AfterScenario, tags) { }
}
