namespace Conformance.Gherkin;

/// <summary>What the scenarios of a feature share while it runs: its context, its container, and whether its hooks have run.</summary>
internal sealed class FeatureRun
{
    private readonly Lazy<Task<string?>> _start;
    private int _remaining;

    public FeatureRun(Pickle first, int scenarios, ObjectContainer run, TimeProvider time, Func<FeatureRun, Task<string?>> start)
    {
        First = first;
        _remaining = scenarios;
        Container = new(run);
        Context = new(new(first), Container);
        Container.RegisterInstanceAs(Context);
        Container.RegisterInstanceAs(Context.FeatureInfo);
        Output = new(time);
        Container.RegisterInstanceAs<IReqnrollOutputHelper>(Output);
        Container.RegisterInstanceAs<IAttachments>(Output);
        _start = new(() => start(this));
    }

    /// <summary>A scenario of the feature, for what its scenarios have in common.</summary>
    public Pickle First { get; }

    public ObjectContainer Container { get; }

    public FeatureContext Context { get; }

    /// <summary>What the hooks of the feature write.</summary>
    public StepOutput Output { get; }

    /// <summary>Runs the hooks before the feature, once; says what failed, or null.</summary>
    public Task<string?> StartAsync() => _start.Value;

    /// <summary>Whether the hooks before the feature have run.</summary>
    public bool IsStarted => _start.IsValueCreated;

    /// <summary>Counts a scenario as done; true for the last one.</summary>
    public bool Finish() => Interlocked.Decrement(ref _remaining) == 0;
}
