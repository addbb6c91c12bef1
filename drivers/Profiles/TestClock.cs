namespace Conformance.Drivers.Profiles;

/// <summary>Exchanges that no standard knows: they set the clock of a target that offers one for tests.</summary>
public static class TestClock
{
    /// <summary>Sets it: <c>${item:日時}</c> is the time, as 2026-04-01T09:00:00+09:00.</summary>
    public const string Set = "時計";

    /// <summary>Gives it back.</summary>
    public const string Reset = "時計の復帰";

    internal static IReadOnlyList<string> Names { get; } = [Set, Reset];
}
