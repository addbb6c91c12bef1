namespace Conformance.Drivers.Inspection;

/// <summary>The first screen of an exchange, opened and read, nothing pressed on it.</summary>
/// <param name="Screen">Its name; empty where it was not reached.</param>
/// <param name="Trouble">Why it was not reached; null where it was.</param>
/// <param name="Beyond">What the mapping does after a press, which only a run does; empty where everything was looked at.</param>
public sealed record ScreenSight(string Exchange, string Screen, IReadOnlyList<MissingPart> Missing, string? Trouble, string Beyond)
{
    /// <summary>Not looked at: it needs a person of a scenario, or goes on from a screen that another exchange leads to.</summary>
    public bool OnlyInARun { get; init; }

    /// <summary>The target could not be reached; else the screen does not fit the profile.</summary>
    public bool Unreachable { get; init; }
}
