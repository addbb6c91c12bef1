using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Reports;
using Conformance.Reports.Wording;

namespace Conformance.Cli.Commands.Running;

/// <summary><c>run --hold</c>: the systems around the target stay up while scenarios wait for its batch (待機), and then the scenarios go on.</summary>
internal static class BatchHold
{
    /// <param name="time">At most; Enter ends it before.</param>
    /// <returns>Exit code of the last run; <see cref="ExitCode.Waiting"/> where the batch has not run in time, or the hold was interrupted.</returns>
    public static async Task<int> RunAsync(TimeSpan time, RunSettings settings, Func<RunSettings, Task<int>> run, TimeProvider clock, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var code = await run(settings);
        while (code == ExitCode.Waiting && !cancellationToken.IsCancellationRequested && time - clock.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
        {
            await Console.Error.WriteLineAsync(settings.Language == ReportLanguage.English
                ? $"Waiting for the batch for at most {left:hh\\:mm\\:ss}; the systems around the target stay up. Press Enter once it has run."
                : $"バッチを待っています（最長 {left:hh\\:mm\\:ss}）。周囲のシステムは動き続けます。バッチが終わったら Enter を押してください。");
            foreach (var wait in RunFolder.Logs(settings.Out).SelectMany(log => RunStatus.Of(log).Waits))
            {
                await Console.Error.WriteLineAsync($"    {SpokenRun.In(wait.For, settings.Language)}  ×{wait.Scenarios}");
            }

            await EnterOrAsync(Task.Delay(left, clock, cancellationToken));
            if (cancellationToken.IsCancellationRequested)
            {
                return code;
            }

            code = await run(settings with { Mode = RunMode.Continue });
        }

        return code;
    }

    // Reading cannot be cancelled, and an input that is at its end says nothing.
    private static async Task EnterOrAsync(Task over)
    {
        var line = Task.Run(Console.In.ReadLine, CancellationToken.None);
        if (await Task.WhenAny(line, over) == line && await line is null)
        {
            await Task.WhenAny(over);
        }
    }
}
