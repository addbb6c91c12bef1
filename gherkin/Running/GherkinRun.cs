using System.Collections.Concurrent;

namespace Conformance.Gherkin;

/// <summary>Runs scenarios: in parallel, those tagged <c>@exclusive</c> or <c>@排他</c> alone and last, and tells sinks what happens.</summary>
public sealed class GherkinRun
{
    private readonly FeatureReading _features;
    private readonly BindingCatalogue _bindings;
    private readonly RunOptions _options;
    private readonly IReadOnlyList<IRunSink> _sinks;
    private readonly TimeProvider _time;
    private readonly ScenarioPlanner _planner;

    /// <param name="features">What was read, with what is wrong with it: files that do not parse make the run a harness fault.</param>
    /// <param name="bindings">Step definitions and hooks.</param>
    /// <param name="options">How to run.</param>
    /// <param name="sinks">Who is told. They are not disposed.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option makes no sense.</exception>
    public GherkinRun(
        FeatureReading features, BindingCatalogue bindings, RunOptions options, IReadOnlyList<IRunSink> sinks, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallelism, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Retries, nameof(options));
        (_features, _bindings, _options, _sinks, _time) = (features, bindings, options, sinks, time);
        _planner = new(bindings);
    }

    /// <summary>
    /// Runs everything. When cancelled it ends within two seconds, with what was done delivered to the sinks and the rest reported as not run;
    /// it does not throw for that.
    /// </summary>
    public async Task<RunOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var scenarios = ScenarioPlanner.Choose(_features, _options);
        using var abandonment = new Abandonment(_time, cancellationToken);
        var setting = new RunSetting(_bindings, _options, _time, abandonment, new(_sinks));
        await using var container = new ObjectContainer(null);
        return await new Progress(this, setting, scenarios, container).RunAsync();
    }

    /// <summary>The state of one run.</summary>
    private sealed class Progress
    {
        private readonly GherkinRun _run;
        private readonly RunSetting _setting;
        private readonly IReadOnlyList<(Pickle Pickle, string Pass)> _scenarios;
        private readonly ObjectContainer _container;
        private readonly StepOutput _output;
        private readonly ConcurrentDictionary<string, FeatureRun> _featureRuns = new(StringComparer.Ordinal);
        private readonly int[] _byStatus = new int[(int)StepStatus.Failed + 1];
        private readonly long _started;
        private int _notRun;
        private int _unfinished;
        private int _flaky;
        private int _waiting;
        private int _hookExecutions;
        private volatile bool _stop;

        public Progress(GherkinRun run, RunSetting setting, IReadOnlyList<(Pickle Pickle, string Pass)> scenarios, ObjectContainer container)
        {
            (_run, _setting, _scenarios, _container) = (run, setting, scenarios, container);
            _started = setting.Time.GetTimestamp();
            _output = new(setting.Time);
            container.RegisterInstanceAs<IReqnrollOutputHelper>(_output);
            container.RegisterInstanceAs<IAttachments>(_output);
            container.RegisterInstanceAs(setting.Time);
            foreach (var group in scenarios.GroupBy(one => one.Pickle.Uri, StringComparer.Ordinal))
            {
                _featureRuns[group.Key] = new(group.First().Pickle, group.Count(), container, setting.Time, StartFeatureAsync);
            }
        }

        private bool IsStopped => _stop || _setting.Abandonment.Cancelled.IsCancellationRequested;

        public async Task<RunOutcome> RunAsync()
        {
            await _setting.WriteAsync(new RunEvent.RunStarted(_setting.Now, _run._features, _run._bindings, _scenarios.Count, _setting.Options.DryRun));
            if (!Configure())
            {
                await SkipAllAsync("The run could not be configured.");
            }
            else if (await RunHooksAsync(HookKind.BeforeTestRun))
            {
                await RunScenariosAsync();
                await RunHooksAsync(HookKind.AfterTestRun);
            }
            else
            {
                await SkipAllAsync("A [BeforeTestRun] hook did not pass.");
                await RunHooksAsync(HookKind.AfterTestRun);
            }

            await DisposeAsync(_container, "the run");
            foreach (var failed in await _setting.Events.CompleteAsync())
            {
                _setting.Problems.Add(failed);
            }

            var outcome = Outcome();
            await _setting.Events.FinishAsync(new(_setting.Now, outcome));
            return outcome;
        }

        private bool Configure()
        {
            try
            {
                _setting.Options.ConfigureRun?.Invoke(_container);
                return true;
            }
            catch (Exception exception)
            {
                _setting.Problems.Add(new("CF4201", "", 0, 0, $"The run could not be configured: {exception}", "Correct what ConfigureRun does."));
                return false;
            }
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

        private RunOutcome Outcome() => new()
        {
            Scenarios = Enum.GetValues<StepStatus>().ToDictionary(status => status, status => _byStatus[(int)status]),
            NotRun = _notRun,
            Unfinished = _unfinished,
            Flaky = _flaky,
            Waiting = _waiting,
            IsCancelled = _setting.Abandonment.Cancelled.IsCancellationRequested,
            Problems = [.. _run._features.Problems, .. _run._bindings.Problems, .. _setting.Problems.All()],
            Duration = _setting.Time.GetElapsedTime(_started),
        };

        private async Task RunScenariosAsync()
        {
            var alone = new List<int>();
            var together = new List<int>(_scenarios.Count);
            for (var i = 0; i < _scenarios.Count; i++)
            {
                (_scenarios[i].Pickle.IsExclusive ? alone : together).Add(i);
            }

            var next = -1;
            var workers = Math.Min(_setting.Options.Parallelism, Math.Max(1, together.Count));
            await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
            {
                while (Interlocked.Increment(ref next) is var mine && mine < together.Count)
                {
                    await RunOrSkipAsync(together[mine], worker);
                }
            })));
            foreach (var number in alone)
            {
                await RunOrSkipAsync(number, worker: 0);
            }
        }

        private async Task RunOrSkipAsync(int number, int worker)
        {
            var (pickle, pass) = _scenarios[number];
            var feature = _featureRuns[pickle.Uri];
            if (IsStopped)
            {
                Interlocked.Increment(ref _notRun);
                await _setting.WriteAsync(new RunEvent.ScenarioNotRun(
                    _setting.Now, pickle, pass, _stop ? "Another scenario did not pass, and the run stops at the first." : "The run was cancelled."));
            }
            else
            {
                await RunScenarioAsync(_run._planner.Plan(number, pickle, pass), worker, feature);
            }

            if (feature.Finish())
            {
                await FinishFeatureAsync(feature);
            }
        }

        private async Task RunScenarioAsync(PlannedScenario scenario, int worker, FeatureRun feature)
        {
            RunEvent.ScenarioFinished finished;
            var attempt = 0;
            do
            {
                finished = await ScenarioAttempt.RunAsync(
                    _setting, scenario, attempt, worker, feature, mayRetry: attempt < _setting.Options.Retries && !_stop);
                attempt++;
            }
            while (finished.WillBeRetried);

            Interlocked.Increment(ref _byStatus[(int)finished.Status]);
            Interlocked.Add(ref _flaky, finished.IsFlaky ? 1 : 0);
            Interlocked.Add(ref _unfinished, finished.IsUnfinished ? 1 : 0);
            Interlocked.Add(ref _waiting, finished.Wait is null ? 0 : 1);
            if (_setting.Options.FailFast && finished.Wait is null && finished.Status is not (StepStatus.Passed or StepStatus.Skipped))
            {
                _stop = true;
            }
        }

        private async Task SkipAllAsync(string reason)
        {
            foreach (var (pickle, pass) in _scenarios)
            {
                _notRun++;
                await _setting.WriteAsync(new RunEvent.ScenarioNotRun(_setting.Now, pickle, pass, reason));
            }
        }

        private async Task<bool> RunHooksAsync(HookKind kind)
        {
            var passed = true;
            foreach (var hook in _run._bindings.HooksOf(kind))
            {
                passed &= await RunHookAsync(hook, null, _container, _output) is null;
            }

            return passed;
        }

        private async Task<string?> StartFeatureAsync(FeatureRun feature)
        {
            string? failure = null;
            foreach (var hook in _run._bindings.HooksOf(HookKind.BeforeFeature))
            {
                if (hook.AppliesTo(feature.First))
                {
                    failure = await RunHookAsync(hook, feature.First, feature.Container, feature.Output) ?? failure;
                }
            }

            return failure;
        }

        private async Task FinishFeatureAsync(FeatureRun feature)
        {
            if (feature.IsStarted)
            {
                foreach (var hook in _run._bindings.HooksOf(HookKind.AfterFeature))
                {
                    if (hook.AppliesTo(feature.First))
                    {
                        await RunHookAsync(hook, feature.First, feature.Container, feature.Output);
                    }
                }
            }

            await DisposeAsync(feature.Container, feature.First.Uri);
            _featureRuns.TryRemove(feature.First.Uri, out _);
        }

        /// <summary>Runs a hook of the run or of a feature; says what failed, or null.</summary>
        private async Task<string?> RunHookAsync(Hook hook, Pickle? feature, ObjectContainer container, StepOutput output)
        {
            if (_setting.Options.DryRun)
            {
                return null;
            }

            var execution = Interlocked.Increment(ref _hookExecutions) - 1;
            var title = feature?.Feature.Name;
            await _setting.WriteAsync(new RunEvent.RunHookStarted(_setting.Now, hook, execution, title));
            var isCleanup = hook.Kind is HookKind.AfterTestRun or HookKind.AfterFeature;
            var asked = isCleanup ? _setting.Abandonment.Cleanup : _setting.Abandonment.Cancelled;
            var abandoned = isCleanup ? _setting.Abandonment.Cleanup : _setting.Abandonment.Steps;
            var result = await _setting.Invocation.RunAsync(() => StepCall.InvokeAsync(hook, container, asked), null, asked, abandoned);
            await _setting.WriteAsync(new RunEvent.RunHookFinished(_setting.Now, hook, execution, title, result, output.Take()));
            if (result.Status == StepStatus.Passed)
            {
                return null;
            }

            return _setting.ReportHook(hook, result);
        }
    }
}
