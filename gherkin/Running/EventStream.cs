using System.Collections.Concurrent;

namespace Conformance.Gherkin;

/// <summary>
/// Hands the events of parallel scenarios to the sinks, one at a time and those of a scenario in order. Whoever finds nobody delivering delivers, what
/// others add meanwhile too: a run of one scenario at a time needs no other thread. A slow sink slows the run and does not fill memory.
/// </summary>
internal sealed class EventStream
{
    private const int Capacity = 4096;

    private readonly ConcurrentQueue<RunEvent> _waiting = new();
    private readonly List<IRunSink> _sinks;
    private readonly List<GherkinProblem> _problems = [];
    private TaskCompletionSource _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isDelivering;

    public EventStream(IEnumerable<IRunSink> sinks) => _sinks = [.. sinks];

    public async ValueTask WriteAsync(RunEvent e)
    {
        _waiting.Enqueue(e);
        await DeliverWaitingAsync();
        while (_waiting.Count > Capacity)
        {
            var room = Volatile.Read(ref _room).Task;
            if (_waiting.Count > Capacity)
            {
                await room;
            }
        }
    }

    /// <summary>Waits until everything is delivered; then says which sinks failed.</summary>
    public async Task<IReadOnlyList<GherkinProblem>> CompleteAsync()
    {
        while (!_waiting.IsEmpty || Volatile.Read(ref _isDelivering) != 0)
        {
            var room = Volatile.Read(ref _room).Task;
            await DeliverWaitingAsync();
            if (!_waiting.IsEmpty || Volatile.Read(ref _isDelivering) != 0)
            {
                await room;
            }
        }

        return _problems;
    }

    /// <summary>Hands over the last event, after <see cref="CompleteAsync"/>.</summary>
    public ValueTask FinishAsync(RunEvent.RunFinished e) => DeliverAsync(e);

    private async ValueTask DeliverWaitingAsync()
    {
        // What is added between the last look and the release is seen by the next round.
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _isDelivering, 1, 0) == 0)
        {
            while (_waiting.TryDequeue(out var e))
            {
                await DeliverAsync(e);
            }

            Volatile.Write(ref _isDelivering, 0);
            Interlocked.Exchange(ref _room, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    private async ValueTask DeliverAsync(RunEvent e)
    {
        for (var i = 0; i < _sinks.Count; i++)
        {
            try
            {
                await _sinks[i].OnAsync(e);
            }
            catch (Exception exception)
            {
                _problems.Add(new(
                    "CF4203", "", 0, 0,
                    $"{_sinks[i].GetType().Name} failed at {e.GetType().Name} and gets no more events: {exception.Message}",
                    "Correct the sink or where it writes; what it wrote is incomplete."));
                _sinks.RemoveAt(i--);
            }
        }
    }
}
