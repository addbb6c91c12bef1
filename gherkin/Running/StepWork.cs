using System.Runtime.CompilerServices;

namespace Conformance.Gherkin;

/// <summary>
/// A step or hook at work, to be awaited once for its result: until it ends, or until it is left behind because it takes too long or is not to be waited for
/// any longer.
/// </summary>
/// <param name="body">What to run.</param>
/// <param name="time">The clock.</param>
/// <param name="limit">How long it may take; null for as long as it likes.</param>
/// <param name="scenarioLimit">See <see cref="Invocation.RunAsync"/>.</param>
/// <param name="asked">It has been asked to stop.</param>
/// <param name="abandoned">It is not waited for any longer.</param>
internal sealed class StepWork(Func<Task> body, TimeProvider time, TimeSpan? limit, Func<TimeSpan?>? scenarioLimit, CancellationToken asked, CancellationToken abandoned)
    : ICriticalNotifyCompletion
{
    private readonly long _started = time.GetTimestamp();
    private Action? _continuation;
    private ExecutionContext? _context;
    private CancellationTokenRegistration _registration;
    private ITimer? _timer;
    private Task? _task;
    private int _claimed;
    private bool _isTimedOut;

    // Always awaited, so that a step begins at the bottom of its thread's stack.
    public bool IsCompleted => false;

    public StepWork GetAwaiter() => this;

    public StepResult GetResult()
    {
        _registration.Dispose();
        _timer?.Dispose();
        var duration = time.GetElapsedTime(_started);
        return _task switch
        {
            { IsCompletedSuccessfully: true } => new(StepStatus.Passed, duration),
            { IsCompleted: true } => Unsuccessful(_task, duration),
            _ when _isTimedOut => TooLong(duration, limit, "step"),
            _ => Unsuccessful(null, duration),
        };
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
            _isTimedOut = timedOut;

            // The thread of the step may be blocked, and this one belongs to whoever cancels or to a clock.
            ThreadPool.UnsafeQueueUserWorkItem(static continuation => StepPump.Run(continuation), _continuation!, preferLocal: false);
        }
    }

    private StepResult Unsuccessful(Task? ended, TimeSpan duration)
    {
        var exception = ended switch
        {
            null => null,
            { IsCanceled: true } => new OperationCanceledException(),
            _ => ended.Exception!.InnerExceptions is [var only] ? only : ended.Exception!.InnerException,
        };

        // Both come from one source, and either may be seen first.
        var isStopped = asked.IsCancellationRequested || abandoned.IsCancellationRequested;
        return exception switch
        {
            null or OperationCanceledException when isStopped && scenarioLimit?.Invoke() is { } most => TooLong(duration, most, "scenario"),
            null or OperationCanceledException when isStopped => new(StepStatus.Unknown, duration, null, "The run was cancelled."),
            PendingStepException or WaitingStepException => new(StepStatus.Pending, duration, exception, exception.Message),
            SkippedStepException => new(StepStatus.Skipped, duration, null, exception.Message.Length == 0 ? null : exception.Message),
            _ => new(StepStatus.Failed, duration, exception, exception?.Message),
        };
    }

    private static StepResult TooLong(TimeSpan duration, TimeSpan? limit, string what)
    {
        var message = $"The {what} took longer than {limit:c}.";
        return new(StepStatus.Failed, duration, new TimeoutException(message), message);
    }
}
