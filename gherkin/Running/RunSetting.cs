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
}
