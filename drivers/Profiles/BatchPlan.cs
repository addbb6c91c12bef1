using Conformance.Spec;

namespace Conformance.Drivers.Profiles;

/// <summary>How something comes about that the product does by itself and no exchange starts.</summary>
/// <param name="By">自動 (at once or at short intervals), 待機 (at night: the run waits and is continued) or コマンド (a command of this machine starts it).</param>
public sealed record BatchPlan(string By)
{
    /// <summary>When it begins, in Japan Standard Time; null where nobody says.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>When it is over.</summary>
    public TimeOnly? Until { get; init; }

    /// <summary>Program and arguments, started without a shell in the folder of the profile.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>How long the command may take.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The next time at which it is over; null where nobody says.</summary>
    /// <param name="now">Any offset; the answer is in Japan Standard Time.</param>
    public DateTimeOffset? OverAfter(DateTimeOffset now)
    {
        if (Until is not { } until)
        {
            return null;
        }

        var japan = JapanTime.Of(now);
        var today = new DateTimeOffset(DateOnly.FromDateTime(japan.DateTime).ToDateTime(until), japan.Offset);
        return today > japan ? today : today.AddDays(1);
    }
}
