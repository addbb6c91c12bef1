namespace Conformance.Gherkin;

/// <summary>Runs after each run of steps of one kind.</summary>
public sealed class AfterScenarioBlockAttribute : HookAttribute
{
    public AfterScenarioBlockAttribute(params string[] tags)
        : base(HookKind.AfterScenarioBlock, tags) { }
}
