namespace Conformance.Drivers.Network;

/// <summary>
/// Lets so many requests through per time, whoever asks: the API and the screens share one. The generic cell rate algorithm (ITU-T I.371, annex A): each request has a
/// time at which it is due, and the times are an interval apart; what a timer oversleeps is made up for, up to the tolerance, so that the rate is kept and not only not exceeded. Thread-safe.
/// </summary>
public sealed class TokenBucket
{
    // What a timer of a busy machine oversleeps.
    private static readonly TimeSpan Oversleeping = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider time;
    private readonly long interval;
    private readonly long tolerance;
    private readonly Lock gate = new();
    private long due;

    /// <param name="requests">How many; greater than zero.</param>
    /// <param name="per">In what time.</param>
    /// <param name="burst">How many may go at once after a pause; one or more.</param>
    public TokenBucket(double requests, TimeSpan per, int burst, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(requests);
        ArgumentOutOfRangeException.ThrowIfLessThan(burst, 1);
        this.time = time;
        interval = (long)(per.TotalSeconds / requests * time.TimestampFrequency);
        tolerance = Math.Max((burst - 1) * interval, (long)(Oversleeping.TotalSeconds * time.TimestampFrequency));
        due = time.GetTimestamp();
    }

    /// <summary>Waits until a request may go.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        long mine;
        lock (gate)
        {
            mine = Math.Max(due, time.GetTimestamp() - tolerance);
            due = mine + interval;
        }

        while (time.GetElapsedTime(time.GetTimestamp(), mine) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
