namespace Conformance.Gherkin;

/// <summary>Runs after every scenario; short for AfterScenario.</summary>
public sealed class AfterAttribute : HookAttribute
{
    public AfterAttribute(params string[] tags)
        : base(HookKind.AfterScenario, tags) { }
}
