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
        return await new Progress(this, setting, scenarios).RunAsync();
    }

    /// <summary>The state of one run.</summary>
    private sealed class Progress
    {
        private readonly GherkinRun _run;
        private readonly RunSetting _setting;
        private readonly IReadOnlyList<(Pickle Pickle, string Pass)> _scenarios;
        private readonly RunScope _scope;
        private readonly ConcurrentDictionary<string, FeatureRun> _featureRuns = new(StringComparer.Ordinal);
        private readonly OutcomeCount _count = new();
        private readonly long _started;
        private volatile bool _stop;

        public Progress(GherkinRun run, RunSetting setting, IReadOnlyList<(Pickle Pickle, string Pass)> scenarios)
        {
            (_run, _setting, _scenarios, _scope) = (run, setting, scenarios, new(setting));
            _started = setting.Time.GetTimestamp();
            foreach (var group in scenarios.GroupBy(one => one.Pickle.Uri, StringComparer.Ordinal))
            {
                _featureRuns[group.Key] = _scope.FeatureOf(group.First().Pickle, group.Count());
            }
        }

        private bool IsStopped => _stop || _setting.Abandonment.Cancelled.IsCancellationRequested;

        public async Task<RunOutcome> RunAsync()
        {
            await _setting.WriteAsync(new RunEvent.RunStarted(_setting.Now, _run._features, _run._bindings, _scenarios.Count, _setting.Options.DryRun));
            var failure = await _scope.StartAsync();
            if (failure is null)
            {
                await RunScenariosAsync();
            }
            else
            {
                await SkipAllAsync(failure);
            }

            await _scope.EndAsync(wasConfigured: failure is null || _setting.Problems.All().All(problem => problem.Code != "CF4201"));
            foreach (var failed in await _setting.Events.CompleteAsync())
            {
                _setting.Problems.Add(failed);
            }

            var outcome = _count.Outcome(_setting, _run._features, _setting.Time.GetElapsedTime(_started));
            await _setting.Events.FinishAsync(new(_setting.Now, outcome));
            return outcome;
        }

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
                await SkipAsync(pickle, pass, _stop ? "Another scenario did not pass, and the run stops at the first." : "The run was cancelled.");
            }
            else
            {
                var finished = await ScenarioAttempt.RunAllAsync(_setting, _run._planner.Plan(number, pickle, pass), worker, feature, () => !_stop);
                _count.Add(finished);
                _stop |= _setting.Options.FailFast && finished.Wait is null && finished.Status is not (StepStatus.Passed or StepStatus.Skipped);
            }

            if (feature.Finish())
            {
                await _scope.EndAsync(feature);
                _featureRuns.TryRemove(feature.First.Uri, out _);
            }
        }

        private async Task SkipAllAsync(string reason)
        {
            foreach (var (pickle, pass) in _scenarios)
            {
                await SkipAsync(pickle, pass, reason);
            }
        }

        private async Task SkipAsync(Pickle pickle, string pass, string reason)
        {
            _count.AddNotRun();
            await _setting.WriteAsync(new RunEvent.ScenarioNotRun(_setting.Now, pickle, pass, reason));
        }
    }
}
