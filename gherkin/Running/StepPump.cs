namespace Conformance.Gherkin;

/// <summary>
/// Runs steps one after the other on the thread they come from, from the bottom of its stack, so that whoever waits for a step can go on elsewhere when
/// the step blocks the thread. Handing each step to another thread instead costs more than most steps take.
/// </summary>
internal sealed class StepPump
{
    [ThreadStatic]
    private static StepPump? t_current;

    private readonly Queue<StepWork> _queue = new();

    /// <summary>Runs what is given and every step that comes of it, until none is left.</summary>
    public static void Run(Action first)
    {
        var outer = t_current;
        var pump = new StepPump();
        t_current = pump;
        try
        {
            first();
            while (pump._queue.TryDequeue(out var work))
            {
                work.Execute();
            }
        }
        finally
        {
            t_current = outer;
        }
    }

    /// <summary>Has a step run on this thread, or on one of the pool where this thread has no pump.</summary>
    public static void Post(StepWork work)
    {
        if (t_current is { } pump)
        {
            pump._queue.Enqueue(work);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(static item => Run(item.Execute), work, preferLocal: true);
        }
    }
}
