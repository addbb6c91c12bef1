using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Conformance.Gherkin;

/// <summary>
/// Hands the events of parallel scenarios to the sinks, one at a time and those of a scenario in order, on a thread of its own: scenarios go on while sinks
/// write, also where steps block every thread of the pool. A slow sink slows the run and does not fill memory.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "What wakes the thread is disposed of when the stream is complete.")]
internal sealed class EventStream
{
    private const int Capacity = 4096;

    private readonly ConcurrentQueue<RunEvent> _waiting = new();
    private readonly List<IRunSink> _sinks;
    private readonly List<GherkinProblem> _problems = [];
    private readonly AutoResetEvent _wake = new(false);
    private readonly TaskCompletionSource _delivered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private TaskCompletionSource? _room;
    private bool _isStarted;
    private int _isAsleep;
    private int _count;
    private volatile bool _isComplete;

    public EventStream(IEnumerable<IRunSink> sinks) => _sinks = [.. sinks];

    /// <summary>Adds an event; waits where too many are waiting already.</summary>
    public ValueTask WriteAsync(RunEvent e)
    {
        if (!Volatile.Read(ref _isStarted))
        {
            Start();
        }

        _waiting.Enqueue(e);
        var count = Interlocked.Increment(ref _count);
        if (Volatile.Read(ref _isAsleep) != 0 && Interlocked.Exchange(ref _isAsleep, 0) != 0)
        {
            _wake.Set();
        }

        return count > Capacity ? WaitForRoomAsync() : ValueTask.CompletedTask;
    }

    /// <summary>Waits until everything is delivered; then says which sinks failed.</summary>
    public async Task<IReadOnlyList<GherkinProblem>> CompleteAsync()
    {
        Start();
        _isComplete = true;
        Interlocked.Exchange(ref _isAsleep, 0);
        _wake.Set();
        await _delivered.Task;
        _wake.Dispose();
        return _problems;
    }

    /// <summary>Hands over the last event, after <see cref="CompleteAsync"/>.</summary>
    public async ValueTask FinishAsync(RunEvent.RunFinished e)
    {
        for (var i = 0; i < _sinks.Count; i++)
        {
            try
            {
                await _sinks[i].OnAsync(e);
            }
            catch (Exception exception)
            {
                Exclude(i--, e, exception);
            }
        }
    }

    private void Start()
    {
        lock (_gate)
        {
            if (!_isStarted)
            {
                _isStarted = true;
                new Thread(Deliver) { IsBackground = true, Name = "sinks" }.Start();
            }
        }
    }

    private void Deliver()
    {
        var idle = new SpinWait();
        while (true)
        {
            if (_waiting.TryDequeue(out var e))
            {
                Deliver(e);
                if (Interlocked.Decrement(ref _count) <= Capacity / 2 && Volatile.Read(ref _room) is not null)
                {
                    Interlocked.Exchange(ref _room, null)?.SetResult();
                }

                idle.Reset();
            }
            else if (!idle.NextSpinWillYield)
            {
                // The next event of a quick scenario is nearer than the end of a sleep.
                idle.SpinOnce();
            }
            else if (!SleptUntilMore())
            {
                _delivered.SetResult();
                return;
            }
        }
    }

    /// <returns>False where everything is delivered and nothing more is coming.</returns>
    private bool SleptUntilMore()
    {
        Interlocked.Exchange(ref _isAsleep, 1);
        if (!_waiting.IsEmpty)
        {
            Volatile.Write(ref _isAsleep, 0);
            return true;
        }

        if (_isComplete)
        {
            return !_waiting.IsEmpty;
        }

        _wake.WaitOne();
        return true;
    }

    private void Deliver(RunEvent e)
    {
        for (var i = 0; i < _sinks.Count; i++)
        {
            try
            {
                var taken = _sinks[i].OnAsync(e);
                if (!taken.IsCompletedSuccessfully)
                {
                    taken.AsTask().GetAwaiter().GetResult();
                }
            }
            catch (Exception exception)
            {
                Exclude(i--, e, exception);
            }
        }
    }

    private void Exclude(int sink, RunEvent e, Exception exception)
    {
        _problems.Add(new(
            "CF4203", "", 0, 0,
            $"{_sinks[sink].GetType().Name} failed at {e.GetType().Name} and gets no more events: {exception.Message}",
            "Correct the sink or where it writes; what it wrote is incomplete."));
        _sinks.RemoveAt(sink);
    }

    private async ValueTask WaitForRoomAsync()
    {
        while (Volatile.Read(ref _count) > Capacity)
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var room = Interlocked.CompareExchange(ref _room, fresh, null) ?? fresh;
            if (Volatile.Read(ref _count) > Capacity)
            {
                await room.Task;
            }
            else
            {
                Interlocked.Exchange(ref _room, null)?.SetResult();
            }
        }
    }
}
