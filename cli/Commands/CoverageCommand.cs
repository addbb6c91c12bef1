using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Runs;
using Conformance.Reports.Coverage;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>coverage</c>: how much of the specification a run has shown, as Cobertura, rendered by ReportGenerator with its history.</summary>
internal static class CoverageCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a run, as --out named it." };
        var output = new Option<string>("--out") { Description = "Folder for cobertura.xml and the pages.", DefaultValueFactory = _ => Path.Combine("artifacts", "coverage") };
        var history = new Option<string?>("--history") { Description = "Folder that keeps the figures of earlier runs (default: history in --out)." };
        var command = new Command("coverage", "Show how much of the specification a run has shown: functions, sequence flows, data items.") { folder, output, history };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var run = parsed.GetValue(folder)!;
            var target = parsed.GetValue(output)!;
            var results = await CompareCommand.ResultsAsync(run, cancellationToken);
            var evidence = Path.Combine(run, "evidence");
            var (shown, all) = await CoberturaReport.WriteAsync(target, results, Known, Directory.Exists(evidence) ? evidence : null, cancellationToken);
            if (all == 0)
            {
                throw new BadInputException(new Problem("CF6058", run, 0, 0, "None of the standards of these results is at hand.", "Use the project that the run was made with."));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shown}/{all} ({100.0 * shown / all:0.0} %): {Path.Combine(target, "cobertura.xml")}"));
            Console.WriteLine(ReportGenerator.Render(
                Path.Combine(target, "cobertura.xml"), target, "標準仕様の確認範囲", [$"-historydir:{parsed.GetValue(history) ?? Path.Combine(target, "history")}"]));
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static CoveredSpecification? Known(RunResult run)
    {
        try
        {
            var standard = StandardLoader.LoadById(ProjectFolders.Find().Standards, run.Run.Standard, run.Run.Edition);
            return new CoveredSpecification(standard.Functions.ToDictionary(function => function.Id.Value, function => function.Summary), standard.Items, FlowPictures.Of(run));
        }
        catch (BadInputException)
        {
            return null;
        }
    }
}
