namespace Conformance.Gherkin;

/// <summary>Runs once before everything else. The method is static; its parameters come from the run's container.</summary>
public sealed class BeforeTestRunAttribute : HookAttribute
{
    public BeforeTestRunAttribute()
        : base(HookKind.BeforeTestRun, null) { }
}
