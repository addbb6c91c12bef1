using System.CommandLine;
using Conformance.Cli.Commands.Running;
using Conformance.Drivers;
using Conformance.Reports;
using Conformance.Reports.Manual;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Manual;

/// <summary><c>manual export</c> and <c>manual import</c>: what people have to look at, and what they saw.</summary>
internal static class ManualCommands
{
    public static Command Export()
    {
        var folder = new Argument<string>("DIR") { Description = "The --out folder of a run." };
        var sheet = new Option<string?>("--xlsx") { Description = "Write the sheet to fill in there." };
        var page = new Option<string?>("--html") { Description = "Write the instructions as a page there, to print." };
        var plan = new Option<string?>("--plan") { Description = "Only the items that `sample` drew, without their results: for somebody who looks at them again." };
        var language = LanguageOption.Build();
        var command = new Command("export", "Write the manual checks of a run as a sheet to fill in, or as a page.") { folder, sheet, page, plan, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var runs = Chosen(await CompareCommand.ResultsAsync(parsed.GetValue(folder)!, cancellationToken), parsed.GetValue(plan));
            if (parsed.GetValue(sheet) is null && parsed.GetValue(page) is null)
            {
                throw new BadInputException(new Problem("CF6074", "manual export", 0, 0, "Nothing says what to write.", "Give --xlsx FILE, --html FILE or both."));
            }

            if (runs.Sum(run => run.Manual?.Count ?? 0) == 0)
            {
                throw new BadInputException(new Problem("CF6141", parsed.GetValue(folder)!, 0, 0, "The run has no manual checks.", "A standard has some where a contract is of kind `manual`."));
            }

            if (parsed.GetValue(sheet) is { } workbook)
            {
                await ManualSheet.WriteFileAsync(workbook, runs, cancellationToken);
                Console.WriteLine(workbook);
            }

            if (parsed.GetValue(page) is { } html)
            {
                await ManualPage.WriteFileAsync(html, runs, parsed.LanguageOf(language), cancellationToken);
                Console.WriteLine(html);
            }

            return ExitCode.Conforms;
        }));
        return command;
    }

    public static Command Import()
    {
        var folder = new Argument<string>("DIR") { Description = "The --out folder of the run that the sheet was exported from." };
        var sheet = new Argument<string>("SHEET") { Description = "The sheet as it was filled in." };
        var language = LanguageOption.Build();
        var command = new Command("import", "Take over what people wrote into a sheet: all of it, or nothing where anything is wrong.") { folder, sheet, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var into = parsed.GetValue(folder)!;
            var runs = await CompareCommand.ResultsAsync(into, cancellationToken);
            var evidence = Path.Combine(into, "evidence");
            var done = ManualSheetReader.Read(parsed.GetValue(sheet)!, runs, evidence, TimeProvider.System.GetUtcNow());
            var settings = new RunSettings(into, Surfaces.Both, null, 0, 1, false, parsed.LanguageOf(language));
            await RunOutput.WriteAsync(settings, done, evidence);
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static IReadOnlyList<RunResult> Chosen(IReadOnlyList<RunResult> runs, string? plan)
    {
        if (plan is null)
        {
            return runs;
        }

        var drawn = Recording.SamplePlan.Read(plan).Manual ?? [];
        return [.. runs.Select(run => run with { Manual = run.Manual is null ? null : [.. run.Manual.Where(check => drawn.Contains(check.Id)).Select(check => check with { Result = null })] })];
    }
}
