namespace Conformance.Gherkin;

/// <summary>Runs steps and hooks: each is measured, ended when it takes too long, and awaited for what became of it.</summary>
internal sealed class Invocation(TimeProvider time, TimeSpan? timeout)
{
    /// <param name="body">What to run. One that blocks its thread can be left behind.</param>
    /// <param name="scenarioTimeout">Says, once the body was stopped, whether <paramref name="asked"/> stands for a scenario that took too long, and how long that is; null for a cancelled run.</param>
    /// <param name="asked">The body has been asked to stop.</param>
    /// <param name="abandoned">The body is not waited for any longer.</param>
    public StepWork RunAsync(Func<Task> body, Func<TimeSpan?>? scenarioTimeout, CancellationToken asked, CancellationToken abandoned) =>
        new(body, time, timeout, scenarioTimeout, asked, abandoned);
}
