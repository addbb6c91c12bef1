namespace Conformance.Gherkin;

/// <summary>Runs after every step that was run; if it fails, the step fails.</summary>
public sealed class AfterStepAttribute : HookAttribute
{
    public AfterStepAttribute(params string[] tags)
        : base(HookKind.AfterStep, tags) { }
}
