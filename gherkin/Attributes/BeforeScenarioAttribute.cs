namespace Conformance.Gherkin;

/// <summary>Runs before every scenario.</summary>
public sealed class BeforeScenarioAttribute : HookAttribute
{
    public BeforeScenarioAttribute(params string[] tags)
        : base(HookKind.BeforeScenario, tags) { }
}
