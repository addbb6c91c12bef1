namespace Conformance.Gherkin;

/// <summary>Runs before each run of steps of one kind.</summary>
public sealed class BeforeScenarioBlockAttribute : HookAttribute
{
    public BeforeScenarioBlockAttribute(params string[] tags)
        : base(HookKind.BeforeScenarioBlock, tags) { }
}
