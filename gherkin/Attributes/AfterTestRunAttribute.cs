namespace Conformance.Gherkin;

/// <summary>Runs once after everything else, also when the run was cancelled. The method is static; its parameters come from the run's container.</summary>
public sealed class AfterTestRunAttribute : HookAttribute
{
    public AfterTestRunAttribute()
        : base(HookKind.AfterTestRun, null) { }
}
