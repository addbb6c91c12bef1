using System.Globalization;
using Conformance.Drivers.Profiles;
using Conformance.Reports;
using Conformance.Spec;

namespace Conformance.Cli.SharedUse;

/// <summary>The time for which an environment may be used: a run does not begin outside, and stops at its end as at a Ctrl-C.</summary>
internal sealed class RunWindow : IDisposable
{
    // Timers take some 49 days at most.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource over;
    private readonly CancellationToken outer;
    private readonly DateTimeOffset end;

    private RunWindow(DateTimeOffset end, TimeSpan left, TimeProvider time, CancellationToken outer)
    {
        (this.end, this.outer) = (end, outer);
        over = new CancellationTokenSource(left < Longest ? left : Timeout.InfiniteTimeSpan, time);
        stop = CancellationTokenSource.CreateLinkedTokenSource(over.Token, outer);
    }

    /// <summary>Cancelled when the window closes or the caller is.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>The window closed, and nobody pressed Ctrl-C.</summary>
    public bool IsOver => over.IsCancellationRequested && !outer.IsCancellationRequested;

    /// <exception cref="NotNowException">It is closed now.</exception>
    public static RunWindow Open(TargetEnvironment environment, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (environment.OpenUntil(now) is { } end)
        {
            return new RunWindow(end, end - now, time, cancellationToken);
        }

        var next = environment.OpensAfter(now);
        throw new NotNowException(
            $"環境（管理者: {environment.Owner}）は今は使えません。現在 {JapanTime.Text(now)}、次に使えるのは {(next is { } time1 ? JapanTime.Text(time1) : "二週間以内にありません")}（environment.window）。何も送っていません。",
            $"The environment (owner: {environment.Owner}) may not be used now. It is {JapanTime.Text(now)}; it opens {(next is { } time2 ? JapanTime.Text(time2) : "not within two weeks")} (environment.window). Nothing was sent.");
    }

    /// <summary>What a user is told whose run was stopped by the clock.</summary>
    public string Told(string folder, ReportLanguage language) => language == ReportLanguage.English
        ? $"The time for which the environment may be used ended at {JapanTime.Text(end)}. When it is open again, go on with: conformance run --resume {folder}"
        : $"環境の利用時間が {JapanTime.Text(end)} に終わったため止めました。次に使えるようになったら続けてください: conformance run --resume {folder}";

    public void Dispose()
    {
        stop.Dispose();
        over.Dispose();
    }
}
