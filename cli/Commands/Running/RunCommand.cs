using System.CommandLine;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Reports;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands.Running;

/// <summary><c>run</c>: a product under test, as its profile describes it.</summary>
internal static class RunCommand
{
    public static Command Build()
    {
        var options = new RunOptionSet("run");
        var own = new RunIntent.Options();
        var port = new Option<int?>("--mocks-port") { Description = $"Port of the systems that the harness plays, so that the target can be set up for it (default: the profile's, else {HarnessClient.Port})." };
        var hold = RunOptionSet.Timeout("--hold", "Where scenarios wait for a batch (待機): how long to keep playing the systems around the target until it has run, such as 8h; then go on.");
        var command = new Command("run", "Run the features of a standard against a product.") { port, hold };
        foreach (var option in own.All)
        {
            command.Options.Add(option);
        }

        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(options.Language(parsed), async () =>
        {
            var (settings, order) = RunIntent.Of(parsed, own, options);
            var folders = ProjectFolders.Find();
            var loaded = ProfileLoader.Load(order.Profile);
            if (parsed.GetValue(own.DryRun))
            {
                return await DryRun.RunAsync(settings, StandardLoader.LoadById(folders.Standards, loaded.Standard, loaded.Edition), loaded.Roles, folders, cancellationToken);
            }

            RunSurroundings.RequireTest(loaded);
            var standards = new Dictionary<string, Standard>(StringComparer.Ordinal);
            Standard Load(string edition) => standards.TryGetValue(edition, out var known) ? known : standards[edition] = StandardLoader.LoadById(folders.Standards, loaded.Standard, edition);
            _ = RunPart.Of(loaded, Load);
            await using var around = await RunSurroundings.OpenAsync(loaded, folders, settings.Surfaces, settings.Parallelism, settings.Out, parsed.GetValue(port), cancellationToken);
            var window = around.Window;
            var parts = RunPart.Of(around.Borrowed, Load);
            Task<int> CompleteAsync(RunSettings settings) => RunOutput.CompleteAsync(settings, async (evidence, progress) =>
            {
                order.Write(settings.Out);
                var requests = parts.Select(part => new RunRequest
                {
                    Profile = part.Profile,
                    Reading = part.Reading?.Profile,
                    Interface = part.Interface,
                    Standard = part.Standard,
                    Role = part.Role,
                    EvidenceFolder = evidence,

                    // Screens are of no edition of an interface: they are run once, with the profile's own.
                    Surfaces = SideBySideRuns.IsMain(part.Interface) ? settings.Surfaces : settings.Surfaces & Surfaces.Api,
                    Seed = settings.Seed,
                    Parallelism = settings.Parallelism,
                    Execution = settings.Execution,
                    Folder = settings.Folder,
                    Filter = settings.Filter,
                    Neighbours = around.Mocks,
                    ClientId = around.Client.ClientId,
                    Folders = folders,
                    Time = TimeProvider.System,
                    Secrets = new Secrets(),
                    Progress = progress,
                }).ToList();
                var watch = new SideBySideWatch();
                await watch.LookAsync(requests, new Bilingual("実行の前", "Before the run"), window.Token);
                var done = new List<RunResult>();
                var runs = await SeveralRuns.RunAsync(requests, request => request.Title.In(settings.Language), settings.Language, async request =>
                {
                    done.Add(await ConformanceRun.RunAsync(request with { Hindrance = SideBySideRuns.Hindrance(request, done) }, window.Token));
                    return [done[^1]];
                }, window.Token);
                if (!window.Token.IsCancellationRequested)
                {
                    await watch.LookAsync(requests, new Bilingual("実行の後", "After the run"), window.Token);
                }

                return watch.Told(runs, requests);
            });

            var code = parsed.GetValue(hold) is { } time
                ? await BatchHold.RunAsync(time, settings, CompleteAsync, TimeProvider.System, window.Token)
                : await CompleteAsync(settings);
            if (window.IsOver)
            {
                await Console.Error.WriteLineAsync(window.Told(settings.Out, settings.Language));
            }

            return code;
        }));
        return command;
    }
}
