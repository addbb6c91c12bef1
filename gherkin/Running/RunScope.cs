namespace Conformance.Gherkin;

/// <summary>What surrounds the scenarios of a run: its objects, its hooks and those of features.</summary>
internal sealed class RunScope
{
    private readonly RunSetting _setting;
    private readonly StepOutput _output;
    private int _hookExecutions;

    public RunScope(RunSetting setting)
    {
        _setting = setting;
        _output = new(setting.Time);
        Container.RegisterInstanceAs<IReqnrollOutputHelper>(_output);
        Container.RegisterInstanceAs<IAttachments>(_output);
        Container.RegisterInstanceAs(setting.Time);
    }

    public ObjectContainer Container { get; } = new(null);

    /// <param name="first">A scenario of the feature.</param>
    /// <param name="scenarios">How many of its scenarios run.</param>
    public FeatureRun FeatureOf(Pickle first, int scenarios) => new(first, scenarios, Container, _setting.Time, StartAsync);

    /// <summary>Configures the run and runs the hooks before it; says what failed, or null.</summary>
    public async Task<string?> StartAsync()
    {
        try
        {
            _setting.Options.ConfigureRun?.Invoke(Container);
        }
        catch (Exception exception)
        {
            _setting.Problems.Add(new("CF4201", "", 0, 0, $"The run could not be configured: {exception}", "Correct what ConfigureRun does."));
            return "The run could not be configured.";
        }

        return await RunHooksAsync(HookKind.BeforeTestRun, null, Container, _output) is null ? null : "A [BeforeTestRun] hook did not pass.";
    }

    /// <summary>Runs the hooks after the run and disposes of its objects.</summary>
    public async Task EndAsync(bool wasConfigured)
    {
        if (wasConfigured)
        {
            await RunHooksAsync(HookKind.AfterTestRun, null, Container, _output);
        }

        await DisposeAsync(Container, "the run");
    }

    /// <summary>Runs the hooks after the feature, if those before it have run, and disposes of its objects.</summary>
    public async Task EndAsync(FeatureRun feature)
    {
        if (feature.IsStarted)
        {
            await RunHooksAsync(HookKind.AfterFeature, feature.First, feature.Container, feature.Output);
        }

        await DisposeAsync(feature.Container, feature.First.Uri);
    }

    private Task<string?> StartAsync(FeatureRun feature) => RunHooksAsync(HookKind.BeforeFeature, feature.First, feature.Container, feature.Output);

    /// <summary>Runs all hooks of a kind; says what failed last, or null.</summary>
    private async Task<string?> RunHooksAsync(HookKind kind, Pickle? feature, ObjectContainer container, StepOutput output)
    {
        string? failure = null;
        foreach (var hook in _setting.Options.DryRun ? [] : _setting.Bindings.HooksOf(kind))
        {
            if (feature is null || hook.AppliesTo(feature))
            {
                failure = await RunHookAsync(hook, feature, container, output) ?? failure;
            }
        }

        return failure;
    }

    private async Task<string?> RunHookAsync(Hook hook, Pickle? feature, ObjectContainer container, StepOutput output)
    {
        var execution = Interlocked.Increment(ref _hookExecutions) - 1;
        var title = feature?.Feature.Name;
        await _setting.WriteAsync(new RunEvent.RunHookStarted(_setting.Now, hook, execution, title));
        var isCleanup = hook.Kind is HookKind.AfterTestRun or HookKind.AfterFeature;
        var asked = isCleanup ? _setting.Abandonment.Cleanup : _setting.Abandonment.Cancelled;
        var abandoned = isCleanup ? _setting.Abandonment.Cleanup : _setting.Abandonment.Steps;
        var result = await _setting.Invocation.RunAsync(() => StepCall.InvokeAsync(hook, container, asked), null, asked, abandoned);
        await _setting.WriteAsync(new RunEvent.RunHookFinished(_setting.Now, hook, execution, title, result, output.Take()));
        return result.Status == StepStatus.Passed ? null : _setting.ReportHook(hook, result);
    }

    private async Task DisposeAsync(ObjectContainer container, string of)
    {
        var cleanup = _setting.Abandonment.Cleanup;
        var result = await _setting.Invocation.RunAsync(() => container.DisposeAsync().AsTask(), null, cleanup, cleanup);
        if (result.Status != StepStatus.Passed)
        {
            _setting.Problems.Add(new("CF4205", "", 0, 0, $"An object of {of} could not be disposed: {result.Message}", "Correct its disposal."));
        }
    }
}
