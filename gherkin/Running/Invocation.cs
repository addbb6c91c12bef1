namespace Conformance.Gherkin;

/// <summary>Runs one step or hook: measures it, ends it when it takes too long, and says what became of it.</summary>
internal sealed class Invocation(TimeProvider time, TimeSpan? timeout)
{
    /// <param name="body">What to run. One that blocks its thread can be left behind.</param>
    /// <param name="scenarioTimeout">Says, once the body was stopped, whether <paramref name="asked"/> stands for a scenario that took too long, and how long that is; null for a cancelled run.</param>
    /// <param name="asked">The body has been asked to stop.</param>
    /// <param name="abandoned">The body is not waited for any longer.</param>
    public async Task<StepResult> RunAsync(Func<Task> body, Func<TimeSpan?>? scenarioTimeout, CancellationToken asked, CancellationToken abandoned)
    {
        var started = time.GetTimestamp();
        var work = new StepWork(body, time, timeout, abandoned);
        await work;
        var duration = time.GetElapsedTime(started);
        if (work.Ended is { IsCompletedSuccessfully: true })
        {
            return new(StepStatus.Passed, duration);
        }

        if (work.Ended is null && work.IsTimedOut)
        {
            return TooLong(duration, timeout, "step");
        }

        var exception = work.Ended switch
        {
            null => null,
            { IsCanceled: true } => new OperationCanceledException(),
            var ended => ended.Exception!.InnerExceptions is [var only] ? only : ended.Exception!.InnerException,
        };

        // Both come from one source, and either may be seen first.
        var isStopped = asked.IsCancellationRequested || abandoned.IsCancellationRequested;
        return exception switch
        {
            null or OperationCanceledException when isStopped && scenarioTimeout?.Invoke() is { } limit => TooLong(duration, limit, "scenario"),
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
