namespace Conformance.Drivers.Profiles;

/// <summary>How long a stored record may take to become visible; observers poll until then.</summary>
public sealed record Visibility
{
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause between two looks.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(200);
}
