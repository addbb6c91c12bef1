namespace Conformance.Gherkin;

/// <summary>Runs before every step; if it fails, the step fails.</summary>
public sealed class BeforeStepAttribute : HookAttribute
{
    public BeforeStepAttribute(params string[] tags)
        : base(HookKind.BeforeStep, tags) { }
}
