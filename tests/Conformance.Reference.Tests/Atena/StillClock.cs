namespace Conformance.Reference.Tests.Atena;

/// <summary>A clock that stands still until the test moves it; timers run on real time.</summary>
internal sealed class StillClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 4, 1, 0, 30, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
