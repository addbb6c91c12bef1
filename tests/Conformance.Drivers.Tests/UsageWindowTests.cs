using System.Globalization;
using Conformance.Drivers.Profiles;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Drivers.Tests;

public sealed class UsageWindowTests
{
    // 2026-11-20 is a Friday.
    [Theory]
    [InlineData("月-金 09:00-17:30", "2026-11-20T10:00:00+09:00", "2026-11-20T17:30:00+09:00")]
    [InlineData("月-金 09:00-17:30", "2026-11-20T17:30:00+09:00", null)]
    [InlineData("月-金 09:00-17:30", "2026-11-21T10:00:00+09:00", null)]
    [InlineData("土日 10:00-16:00", "2026-11-21T01:30:00Z", "2026-11-21T16:00:00+09:00")]
    [InlineData("金-月 10:00-16:00", "2026-11-22T11:00:00+09:00", "2026-11-22T16:00:00+09:00")]
    [InlineData("22:00-06:00", "2026-11-21T05:59:00+09:00", "2026-11-21T06:00:00+09:00")]
    [InlineData("金 22:00-06:00", "2026-11-21T05:00:00+09:00", "2026-11-21T06:00:00+09:00")]
    [InlineData("土 00:00-24:00", "2026-11-21T23:59:00+09:00", "2026-11-22T00:00:00+09:00")]
    [InlineData("土 00:00-24:00", "2026-11-22T00:00:00+09:00", null)]
    [InlineData("土 22:00-06:00", "2026-11-21T05:00:00+09:00", null)]
    [InlineData("2026-11-23 10:00-12:00", "2026-11-23T11:00:00+09:00", "2026-11-23T12:00:00+09:00")]
    public void It_is_open_until_its_end_in_Japan_and_closed_otherwise(string window, string now, string? end) =>
        UsageWindow.Parse(window).EndOf(At(now)).Should().Be(end is null ? null : At(end));

    [Theory]
    [InlineData("月-金 09:00-17:30", "2026-11-20T18:00:00+09:00", "2026-11-23T09:00:00+09:00")]
    [InlineData("2026-11-23 10:00-12:00", "2026-11-20T18:00:00+09:00", "2026-11-23T10:00:00+09:00")]
    [InlineData("2026-11-19 10:00-12:00", "2026-11-20T18:00:00+09:00", null)]
    public void It_opens_next_when_it_says(string window, string now, string? next) => UsageWindow.Parse(window).NextAfter(At(now)).Should().Be(next is null ? null : At(next));

    [Theory]
    [InlineData("")]
    [InlineData("いつか 09:00-17:30")]
    [InlineData("月-金 9:00-17:30")]
    [InlineData("09:00-09:00")]
    [InlineData("2026-02-30 10:00-12:00")]
    public void Anything_else_is_no_window(string text) => ((Action)(() => UsageWindow.Parse(text))).Should().Throw<FormatException>();

    [Fact]
    public void What_is_open_ends_later_and_what_opens_next_is_open_then() => Prop.ForAll<int, int, NonNegativeInt>((from, length, minutes) =>
    {
        var begin = new TimeOnly(((long)Math.Abs(from % 1440)) * TimeSpan.TicksPerMinute);
        var window = UsageWindow.Parse(string.Create(CultureInfo.InvariantCulture, $"月水金 {begin:HH:mm}-{begin.AddMinutes(1 + Math.Abs(length % 1400)):HH:mm}"));
        var now = At("2026-11-20T00:00:00+09:00").AddMinutes(minutes.Get % 20000);
        return (window.EndOf(now) is not { } end || end > now) && window.NextAfter(now) is { } next && window.EndOf(next) is not null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Windows_that_join_are_one_use()
    {
        var environment = new TargetEnvironment("test", "x", "read-only") { Windows = [UsageWindow.Parse("金 09:00-12:00"), UsageWindow.Parse("金 12:00-17:00")] };
        environment.OpenUntil(At("2026-11-20T10:00:00+09:00")).Should().Be(At("2026-11-20T17:00:00+09:00"));
        environment.OpenUntil(At("2026-11-20T17:00:00+09:00")).Should().BeNull();
        environment.OpensAfter(At("2026-11-20T17:00:00+09:00")).Should().Be(At("2026-11-27T09:00:00+09:00"));
        new TargetEnvironment("test", "x", "read-only").OpenUntil(At("2026-11-20T17:00:00+09:00")).Should().Be(DateTimeOffset.MaxValue);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
