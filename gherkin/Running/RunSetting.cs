namespace Conformance.Gherkin;

/// <summary>What every scenario of a run needs.</summary>
internal sealed record RunSetting(
    BindingCatalogue Bindings, RunOptions Options, TimeProvider Time, Abandonment Abandonment, EventStream Events)
{
    public StepCall Call { get; } = new(Bindings.Conversion);

    public Invocation Invocation { get; } = new(Time, Options.StepTimeout);

    public ProblemLog Problems { get; } = new();

    public DateTimeOffset Now => Time.GetUtcNow();

    public ValueTask WriteAsync(RunEvent e) => Events.WriteAsync(e);

    /// <summary>Keeps a hook that did not pass among the problems of the run: hooks are the harness, not the target. Says what is the case.</summary>
    public string ReportHook(Hook hook, StepResult result)
    {
        var fact = $"The [{hook.Kind}] hook {hook.Method.Name} did not pass: {result.Message}";
        var place = hook.Method.Place;
        Problems.Add(new("CF4202", place.File, place.Line, 0, fact, "Correct the hook, or what it needs."));
        return fact;
    }
}
