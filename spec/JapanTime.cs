using System.Globalization;

namespace Conformance.Spec;

/// <summary>Japan Standard Time: nine hours ahead of UTC, without summer time.</summary>
public static class JapanTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(9);

    /// <summary>The same moment on a clock in Japan.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) => time.ToOffset(Offset);

    /// <summary>The day that it is in Japan.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(Of(time).DateTime);

    /// <summary>As people write it, to the minute: <c>2026-11-23 09:00</c>.</summary>
    public static string Text(DateTimeOffset time) => Of(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
