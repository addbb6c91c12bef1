using System.Collections.Concurrent;

namespace Conformance.Gherkin;

/// <summary>
/// A run whose scenarios are asked for one by one, by somebody else's test runner. The hooks of the run and of a feature run before their first scenario;
/// those after a feature when all its scenarios have run or the run ends. Scenarios asked for at the same time run at the same time, <c>@exclusive</c> ones
/// alone. Thread-safe.
/// </summary>
public sealed class HostedRun : IAsyncDisposable
{
    private const int MostAtOnce = 256;

    private readonly FeatureReading _features;
    private readonly RunSetting _setting;
    private readonly Abandonment _abandonment;
    private readonly RunScope _scope;
    private readonly ScenarioPlanner _planner;
    private readonly ScenarioCollector _collector = new();
    private readonly OutcomeCount _count = new();
    private readonly Lazy<Task<string?>> _start;
    private readonly ConcurrentDictionary<string, FeatureRun> _featureRuns = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);
    private readonly SemaphoreSlim _alone = new(1, 1);
    private readonly long _started;
    private int _number = -1;

    /// <param name="features">All features that scenarios may be asked for of.</param>
    /// <param name="bindings">Step definitions and hooks.</param>
    /// <param name="options">Retries, timeouts and configuration; the rest is for the test runner to decide.</param>
    /// <param name="sinks">Who is told besides. They are not disposed.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public HostedRun(
        FeatureReading features, BindingCatalogue bindings, RunOptions options, IReadOnlyList<IRunSink> sinks, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(bindings);
        ArgumentNullException.ThrowIfNull(time);
        _features = features;
        _abandonment = new(time, cancellationToken);
        _setting = new(bindings, options, time, _abandonment, new([_collector, .. sinks]));
        _scope = new(_setting);
        _planner = new(bindings);
        _started = time.GetTimestamp();
        _start = new(async () =>
        {
            await _setting.WriteAsync(new RunEvent.RunStarted(_setting.Now, _features, bindings, _features.Documents.Sum(document => document.Pickles.Count), options.DryRun));
            return await _scope.StartAsync();
        });
    }

    /// <summary>Runs a scenario with all its attempts.</summary>
    /// <param name="pickle">One of the features that the run was given.</param>
    /// <exception cref="ArgumentException">It is of another feature.</exception>
    public async Task<HostedScenario> RunAsync(Pickle pickle)
    {
        ArgumentNullException.ThrowIfNull(pickle);
        var document = _features.Documents.FirstOrDefault(candidate => candidate.Uri == pickle.Uri)
            ?? throw new ArgumentException($"The run knows no feature {pickle.Uri}.", nameof(pickle));
        if (await _start.Value is { } failure)
        {
            _count.AddNotRun();
            await _setting.WriteAsync(new RunEvent.ScenarioNotRun(_setting.Now, pickle, "", failure));
            return new(null, [], [.. _setting.Problems.All()], failure);
        }

        var taken = await EnterAsync(pickle.IsExclusive);
        try
        {
            var feature = _featureRuns.GetOrAdd(pickle.Uri, _ => _scope.FeatureOf(pickle, document.Pickles.Count));
            var scenario = _planner.Plan(Interlocked.Increment(ref _number), pickle, "");
            var told = _collector.Expect(scenario.Number);
            var finished = await ScenarioAttempt.RunAllAsync(_setting, scenario, worker: 0, feature, () => true);
            _count.Add(finished);
            if (feature.Finish() && _featureRuns.TryRemove(pickle.Uri, out _))
            {
                await _scope.EndAsync(feature);
            }

            return new(finished, await told, [.. _setting.Bindings.Problems, .. _setting.Problems.All()], null);
        }
        finally
        {
            _places.Release(taken);
        }
    }

    /// <summary>Ends the run: hooks after it, objects disposed, the last event delivered.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_start.IsValueCreated)
        {
            foreach (var feature in _featureRuns.Values)
            {
                await _scope.EndAsync(feature);
            }

            await _scope.EndAsync(wasConfigured: true);
            foreach (var failed in await _setting.Events.CompleteAsync())
            {
                _setting.Problems.Add(failed);
            }

            await _setting.Events.FinishAsync(new(_setting.Now, _count.Outcome(_setting, _features, _setting.Time.GetElapsedTime(_started))));
        }

        _abandonment.Dispose();
        _places.Dispose();
        _alone.Dispose();
    }

    /// <summary>Waits for a place, or for all of them; says how many are taken.</summary>
    private async Task<int> EnterAsync(bool isExclusive)
    {
        if (!isExclusive)
        {
            await _places.WaitAsync();
            return 1;
        }

        // Two that each held half of the places would wait for each other.
        await _alone.WaitAsync();
        try
        {
            for (var i = 0; i < MostAtOnce; i++)
            {
                await _places.WaitAsync();
            }
        }
        finally
        {
            _alone.Release();
        }

        return MostAtOnce;
    }
}
