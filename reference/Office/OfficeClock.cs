using System.Globalization;

namespace Conformance.Reference.Office;

/// <summary>The clock of an application: it can be set for trials and goes on from there.</summary>
internal sealed class OfficeClock(TimeProvider real) : TimeProvider
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    private long shift;

    /// <summary>Time in Japan.</summary>
    public DateTimeOffset Now => GetUtcNow().ToOffset(Japan);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Today as YYYY-MM-DD.</summary>
    public string Day => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>This second with its offset, as interfaces write it.</summary>
    public string Stamp => Now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The real clock, for waiting.</summary>
    public TimeProvider Real => real;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref shift));

    public override long GetTimestamp() => real.GetTimestamp();

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref shift, (now - real.GetUtcNow()).Ticks);

    public void Reset() => Interlocked.Exchange(ref shift, 0);
}
