using System.CommandLine;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Spec.Loading;

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
            var standard = StandardLoader.LoadById(folders.Standards, loaded.Standard, loaded.Edition);
            foreach (var role in loaded.Roles)
            {
                _ = standard.Role(role);
            }

            await using var around = await RunSurroundings.OpenAsync(loaded, folders, settings.Surfaces, settings.Parallelism, settings.Out, parsed.GetValue(port), cancellationToken);
            var window = around.Window;
            Task<int> CompleteAsync(RunSettings settings) => RunOutput.CompleteAsync(settings, async (evidence, progress) =>
            {
                order.Write(settings.Out);
                return await SeveralRuns.RunAsync(loaded.Roles, role => role, settings.Language, async role =>
                [
                    await ConformanceRun.RunAsync(new RunRequest
                    {
                        Profile = around.Borrowed,
                        Standard = standard,
                        Role = role,
                        EvidenceFolder = evidence,
                        Surfaces = settings.Surfaces,
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
                    }, window.Token),
                ], window.Token);
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
