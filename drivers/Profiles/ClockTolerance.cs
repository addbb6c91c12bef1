namespace Conformance.Drivers.Profiles;

/// <summary>How far the clock of the target may be from ours, in either direction.</summary>
public sealed record ClockTolerance
{
    /// <summary>From here on the reader is warned: a day or a token may end on one side and not on the other.</summary>
    public TimeSpan Warn { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From here on nothing is run: assertions for a token live a minute (RFC 7523), and dates of a scenario are those of this machine.</summary>
    public TimeSpan Fail { get; init; } = TimeSpan.FromSeconds(60);
}
