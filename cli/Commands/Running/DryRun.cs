using Conformance.Cli.Runs;
using Conformance.Gherkin;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Steps.Running;

namespace Conformance.Cli.Commands.Running;

/// <summary>Binds every step of the scenarios that a run would run, and sends nothing.</summary>
internal static class DryRun
{
    /// <returns>0 where every step has exactly one definition, else 4.</returns>
    public static async Task<int> RunAsync(RunSettings settings, Standard standard, IReadOnlyList<string> roles, ProjectFolders folders, CancellationToken cancellationToken)
    {
        var sound = true;
        foreach (var role in roles)
        {
            var filter = ScenarioFilter.Parse(settings.Filter);
            var reading = RoleFeatures.Read(folders, standard, standard.Role(role));
            var options = new RunOptions { DryRun = true, Filter = pickle => filter(pickle), Shard = settings.Execution.Shard, Parallelism = settings.Parallelism };
            var words = settings.Language == ReportLanguage.English ? ConsoleWords.English : ConsoleWords.Japanese;
            Console.WriteLine(role);
            var outcome = await new GherkinRun(reading, BindingCatalogue.Of([typeof(RunSetting).Assembly]), options, [new ConsoleSink(Console.Out, words)], TimeProvider.System)
                .RunAsync(cancellationToken);
            sound &= !outcome.IsHarnessFault && !outcome.IsCancelled;
        }

        return sound ? ExitCode.Conforms : ExitCode.HarnessFault;
    }
}
