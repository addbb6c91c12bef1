using System.CommandLine;
using Conformance.Cli.Runs;
using Conformance.Cli.SharedUse;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec;
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

            if (!loaded.Environment.MayWrite)
            {
                throw new BadInputException(new Problem("CF5017", loaded.File, 0, 0, $"The environment is 「{loaded.Environment.Kind}」, and a run writes people who do not exist.", "Run against an environment of kind test."));
            }

            using var window = RunWindow.Open(loaded.Environment, TimeProvider.System, cancellationToken);
            if (settings.Surfaces.HasFlag(Surfaces.Ui) && loaded.Ui is not null)
            {
                await Prerequisites.RequireAsync(folders, cancellationToken);
            }

            var standard = StandardLoader.LoadById(folders.Standards, loaded.Standard, loaded.Edition);
            foreach (var role in loaded.Roles)
            {
                _ = standard.Role(role);
            }

            var (borrowed, leases) = settings.Surfaces.HasFlag(Surfaces.Ui) ? AccountLeases.Take(loaded, settings.Parallelism, settings.Out, new Secrets(), TimeProvider.System) : (loaded, null);
            using var accounts = leases;
            var played = PlayedSystems.Options(loaded);
            var client = new RegisteredClient(Variable(HarnessClient.IdVariable, HarnessClient.MadeUpId()), Variable(HarnessClient.SecretVariable, HarnessClient.MadeUpSecret()), loaded.Business ?? "019", [.. PlayedSystems.Scopes(played), .. NeighbourScopes.All]);
            await using var mocks = await MockHost.StartAsync(played with
            {
                Port = parsed.GetValue(port) ?? loaded.Neighbours.Port ?? HarnessClient.Port,
                OAuth = new OAuthOptions { Clients = [client], IntrospectionNeedsCredentials = false },
            }, CancellationToken.None);
            if (mocks.Notice is { } notice)
            {
                await Console.Error.WriteLineAsync(notice);
            }

            Task<int> CompleteAsync(RunSettings settings) => RunOutput.CompleteAsync(settings, async (evidence, progress) =>
            {
                order.Write(settings.Out);
                return await SeveralRuns.RunAsync(loaded.Roles, role => role, settings.Language, async role =>
                [
                    await ConformanceRun.RunAsync(new RunRequest
                    {
                        Profile = borrowed,
                        Standard = standard,
                        Role = role,
                        EvidenceFolder = evidence,
                        Surfaces = settings.Surfaces,
                        Seed = settings.Seed,
                        Parallelism = settings.Parallelism,
                        Execution = settings.Execution,
                        Folder = settings.Folder,
                        Filter = settings.Filter,
                        Neighbours = mocks,
                        ClientId = client.ClientId,
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

    private static string Variable(string name, string otherwise) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : otherwise;
}
