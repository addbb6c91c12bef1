namespace Conformance.Gherkin;

/// <summary>
/// What happens when a run is cancelled: steps are asked to stop at once; those that do not are left behind after half a second, and
/// hooks that clean up after one and a half, so that the run ends within two seconds.
/// </summary>
internal sealed class Abandonment : IDisposable
{
    private static readonly TimeSpan StepGrace = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan CleanupGrace = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource _steps;
    private readonly CancellationTokenSource _cleanup;
    private readonly CancellationTokenRegistration _registration;

    public Abandonment(TimeProvider time, CancellationToken cancellationToken)
    {
        _steps = new(Timeout.InfiniteTimeSpan, time);
        _cleanup = new(Timeout.InfiniteTimeSpan, time);
        Cancelled = cancellationToken;
        _registration = cancellationToken.Register(() =>
        {
            _steps.CancelAfter(StepGrace);
            _cleanup.CancelAfter(CleanupGrace);
        });
    }

    /// <summary>The run is to stop.</summary>
    public CancellationToken Cancelled { get; }

    /// <summary>Steps that still run are left behind.</summary>
    public CancellationToken Steps => _steps.Token;

    /// <summary>Hooks that still clean up are left behind.</summary>
    public CancellationToken Cleanup => _cleanup.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _steps.Dispose();
        _cleanup.Dispose();
    }
}
