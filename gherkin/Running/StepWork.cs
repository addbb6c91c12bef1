using System.Runtime.CompilerServices;

namespace Conformance.Gherkin;

/// <summary>
/// A step or hook at work, to be awaited once: until it ends, or until it is left behind because it takes too long or is not to be waited for any longer.
/// </summary>
/// <param name="body">What to run.</param>
/// <param name="time">The clock.</param>
/// <param name="limit">How long it may take; null for as long as it likes.</param>
/// <param name="abandoned">It is not waited for any longer.</param>
internal sealed class StepWork(Func<Task> body, TimeProvider time, TimeSpan? limit, CancellationToken abandoned) : ICriticalNotifyCompletion
{
    private Action? _continuation;
    private ExecutionContext? _context;
    private CancellationTokenRegistration _registration;
    private ITimer? _timer;
    private Task? _task;
    private int _claimed;

    /// <summary>What the body came to; null while it runs.</summary>
    public Task? Ended => _task is { IsCompleted: true } ? _task : null;

    public bool IsTimedOut { get; private set; }

    public bool IsCompleted => false;

    public StepWork GetAwaiter() => this;

    public void GetResult()
    {
        _registration.Dispose();
        _timer?.Dispose();
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        _continuation = continuation;
        _context = ExecutionContext.Capture();
        StepPump.Post(this);
    }

    /// <summary>Runs the body on this thread, and goes on with whoever waits.</summary>
    public void Execute()
    {
        if (limit is { } some)
        {
            _timer = time.CreateTimer(static state => ((StepWork)state!).LeaveBehind(timedOut: true), this, some, Timeout.InfiniteTimeSpan);
        }

        _registration = abandoned.UnsafeRegister(static state => ((StepWork)state!).LeaveBehind(timedOut: false), this);
        if (Volatile.Read(ref _claimed) != 0)
        {
            return;
        }

        if (_context is null)
        {
            Begin();
        }
        else
        {
            ExecutionContext.Run(_context, static state => ((StepWork)state!).Begin(), this);
        }

        if (_task!.IsCompleted)
        {
            GoOn();
        }
        else
        {
            _task.GetAwaiter().UnsafeOnCompleted(GoOn);
        }
    }

    private void Begin()
    {
        try
        {
            _task = body();
        }
        catch (Exception exception)
        {
            _task = Task.FromException(exception);
        }
    }

    private void GoOn()
    {
        if (Interlocked.Exchange(ref _claimed, 1) == 0)
        {
            _continuation!();
        }
        else
        {
            // What a step that was left behind throws later is nobody's concern.
            _ = _task?.Exception;
        }
    }

    private void LeaveBehind(bool timedOut)
    {
        if (Interlocked.Exchange(ref _claimed, 1) == 0)
        {
            IsTimedOut = timedOut;

            // The thread of the step may be blocked, and this one belongs to whoever cancels or to a clock.
            ThreadPool.UnsafeQueueUserWorkItem(static continuation => StepPump.Run(continuation), _continuation!, preferLocal: false);
        }
    }
}
