namespace Conformance.Gherkin;

/// <summary>Runs before every scenario; short for BeforeScenario.</summary>
public sealed class BeforeAttribute : HookAttribute
{
    public BeforeAttribute(params string[] tags)
        : base(HookKind.BeforeScenario, tags) { }
}
