using System.Globalization;
using Conformance.Cli.Recording;
using Conformance.Cli.Runs;
using Conformance.Reports;
using Conformance.Reports.Exchanges;
using Conformance.Reports.Html;
using Conformance.Reports.Manual;
using Conformance.Reports.Wording;
using Conformance.Reports.Workbooks;
using Conformance.Spec;
using Conformance.Verdicts;
using Spectre.Console;

namespace Conformance.Cli.Commands.Running;

/// <summary>Shows progress while runs go on, and writes what came of them: result.json, junit.xml, report.html and the summary on the console.</summary>
internal static class RunOutput
{
    private static readonly string[] Results = ["result.json", "junit.xml", "report.html", "report.xlsx", HarFile.FileName, RunOrder.FileName, TriageRecord.FileName, ManualResults.PageName];

    /// <returns>Exit code of the command.</returns>
    public static async Task<int> CompleteAsync(RunSettings settings, Func<string, Action<RunProgress>?, Task<IReadOnlyList<RunResult>>> run)
    {
        var evidence = settings.Mode == RunMode.Fresh ? Fresh(settings.Out) : Path.Combine(settings.Out, "evidence");
        var runs = settings.Json
            ? await run(evidence, null)
            : await WithProgressAsync(settings.Language, progress => run(evidence, progress));
        return await WriteAsync(settings, runs, evidence);
    }

    /// <summary>Writes the results into the folder, and what they say to the console.</summary>
    /// <returns>Exit code of the command.</returns>
    public static async Task<int> WriteAsync(RunSettings settings, IReadOnlyList<RunResult> runs, string evidence)
    {
        runs = await ManualResults.CarriedAsync(settings.Out, runs);
        await ResultJson.WriteFileAsync(Path.Combine(settings.Out, "result.json"), runs, CancellationToken.None);
        await JunitXml.WriteFileAsync(Path.Combine(settings.Out, "junit.xml"), runs, CancellationToken.None);
        await ReportWorkbook.WriteFileAsync(Path.Combine(settings.Out, "report.xlsx"), SpokenRun.In(runs, settings.Language), settings.Language, CancellationToken.None);
        await HtmlReport.WriteFileAsync(Path.Combine(settings.Out, "report.html"), SpokenRun.In(runs, settings.Language), evidence, new HtmlReportOptions { Language = settings.Language, Flows = FlowPictures.Of }, CancellationToken.None);
        await HarFile.WriteFileAsync(Path.Combine(settings.Out, HarFile.FileName), runs, evidence, CancellationToken.None);
        if (runs.Any(run => run.Manual is not null))
        {
            await ManualPage.WriteFileAsync(Path.Combine(settings.Out, ManualResults.PageName), runs, settings.Language, CancellationToken.None);
        }

        if (settings.Json)
        {
            using var output = Console.OpenStandardOutput();
            await ResultJson.WriteAsync(runs, output, CancellationToken.None);
        }
        else
        {
            ConsoleSummary.Write(Terminal(), SpokenRun.In(runs, settings.Language), settings.Language);

            // Where nothing could be seen at all, the one reason is worth more than the count.
            foreach (var reason in SpokenRun.In(runs, settings.Language).Where(run => run.Summary.Conforms + run.Summary.Nonconforming == 0).Select(run => run.Scenarios.FirstOrDefault(scenario => scenario.Reason is not null)?.Reason).OfType<string>().Distinct())
            {
                Console.WriteLine(reason);
            }

            Console.WriteLine($"{(settings.Language == ReportLanguage.English ? "Report" : "報告")}: {Path.Combine(settings.Out, "report.html")}");
        }

        return ExitCode.Of(runs);
    }

    // What goes to a file is for reading: no colours, and lines that are not cut at the width of a terminal that is not there.
    private static IAnsiConsole Terminal()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = 160;
        return console;
    }

    // Evidence of an earlier run in the same folder would look like evidence of this one.
    public static string Fresh(string folder)
    {
        var evidence = Path.Combine(folder, "evidence");
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var stale in Results.Select(name => Path.Combine(folder, name)))
            {
                File.Delete(stale);
            }

            foreach (var stale in new[] { evidence, Path.Combine(folder, RunFolder.LogFolder), Path.Combine(folder, ProfileCopy.Folder), Path.Combine(folder, RunFolder.LedgerFolder), Path.Combine(folder, "messages") }.Where(Directory.Exists))
            {
                Directory.Delete(stale, recursive: true);
            }

            Directory.CreateDirectory(evidence);
            return evidence;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF6030", folder, 0, 0, "The folder of the results cannot be written: " + e.Message, "Choose another with --out."));
        }
    }

    private static async Task<IReadOnlyList<RunResult>> WithProgressAsync(ReportLanguage language, Func<Action<RunProgress>, Task<IReadOnlyList<RunResult>>> run)
    {
        string Title(RunProgress progress) => progress.Role.In(language);
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            // In a log, a line per tenth is enough.
            var told = -1;
            return await run(progress =>
            {
                var tenth = progress.Done * 10 / Math.Max(1, progress.Total);
                if (tenth != told)
                {
                    told = tenth;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Title(progress)}: {progress.Done}/{progress.Total}"));
                }
            });
        }

        IReadOnlyList<RunResult> results = [];
        await AnsiConsole.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                var bad = new Dictionary<string, int>(StringComparer.Ordinal);
                results = await run(progress =>
                {
                    var title = Title(progress);
                    lock (tasks)
                    {
                        if (!tasks.TryGetValue(title, out var task) || task.IsFinished)
                        {
                            tasks[title] = task = context.AddTask(Markup.Escape(title), maxValue: progress.Total);
                            bad[title] = 0;
                        }

                        if (progress.Last.Verdict != VerdictKind.Conforms)
                        {
                            bad[title]++;
                        }

                        task.Value = progress.Done;
                        task.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture,
                            $"{title} {progress.Done}/{progress.Total}") + (bad[title] > 0 ? (language == ReportLanguage.English ? $", not conforming {bad[title]}" : $"、適合以外 {bad[title]}") : ""));
                    }
                });
            });
        return results;
    }
}
