using System.Collections.Concurrent;

namespace Conformance.Gherkin;

/// <summary>Collects the steps of scenarios that somebody waits for.</summary>
internal sealed class ScenarioCollector : IRunSink
{
    private readonly ConcurrentDictionary<int, (List<RunEvent.StepFinished> Steps, TaskCompletionSource<IReadOnlyList<RunEvent.StepFinished>> All)> _expected = new();

    /// <summary>All steps of all attempts of a scenario, once its last attempt has been told.</summary>
    public Task<IReadOnlyList<RunEvent.StepFinished>> Expect(int scenario)
    {
        var all = new TaskCompletionSource<IReadOnlyList<RunEvent.StepFinished>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _expected[scenario] = ([], all);
        return all.Task;
    }

    public ValueTask OnAsync(RunEvent e)
    {
        switch (e)
        {
            case RunEvent.StepFinished step when _expected.TryGetValue(step.Scenario.Number, out var expected):
                expected.Steps.Add(step);
                break;
            case RunEvent.ScenarioFinished { WillBeRetried: false } finished when _expected.TryRemove(finished.Scenario.Number, out var expected):
                expected.All.SetResult(expected.Steps);
                break;
        }

        return ValueTask.CompletedTask;
    }
}
