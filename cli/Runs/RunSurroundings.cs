using Conformance.Cli.Commands;
using Conformance.Cli.SharedUse;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec;

namespace Conformance.Cli.Runs;

/// <summary>What surrounds work on a product of somebody else: the time for which its environment may be used, borrowed accounts, and the systems that the harness plays. Dispose it to give all of it back.</summary>
internal sealed class RunSurroundings : IAsyncDisposable
{
    private readonly AccountLeases? leases;

    private RunSurroundings(Profile borrowed, AccountLeases? leases, RunWindow window, MockHost mocks, RegisteredClient client) =>
        (Borrowed, this.leases, Window, Mocks, Client) = (borrowed, leases, window, mocks, client);

    /// <summary>The profile, with accounts in place of roles.</summary>
    public Profile Borrowed { get; }

    public RunWindow Window { get; }

    public MockHost Mocks { get; }

    /// <summary>The client that the harness, or the target, presents.</summary>
    public RegisteredClient Client { get; }

    /// <param name="sets">How many scenarios would like operators of their own at the same time.</param>
    /// <param name="output">Folder of the results, for who holds an account.</param>
    /// <param name="port">Of the played systems; null for the profile's.</param>
    /// <exception cref="BadInputException">CF5017: not a test environment; CF6040: no browser for screens; CF5018 and others of the played systems.</exception>
    /// <exception cref="NotNowException">The environment is closed, or its accounts are in use.</exception>
    public static async Task<RunSurroundings> OpenAsync(Profile profile, ProjectFolders folders, Surfaces surfaces, int sets, string output, int? port, CancellationToken cancellationToken)
    {
        RequireTest(profile);
        var window = RunWindow.Open(profile.Environment, TimeProvider.System, cancellationToken);
        AccountLeases? leases = null;
        try
        {
            var screens = surfaces.HasFlag(Surfaces.Ui) && profile.Ui is not null;
            if (screens)
            {
                await Prerequisites.RequireAsync(folders, quick: false, cancellationToken);
            }

            (var borrowed, leases) = screens ? AccountLeases.Take(profile, sets, output, new Secrets(), TimeProvider.System) : (profile, null);
            var played = PlayedSystems.Options(profile);
            var client = new RegisteredClient(Variable(HarnessClient.IdVariable, HarnessClient.MadeUpId()), Variable(HarnessClient.SecretVariable, HarnessClient.MadeUpSecret()), profile.Business ?? "019", [.. PlayedSystems.Scopes(played), .. NeighbourScopes.All]);
            var mocks = await MockHost.StartAsync(played with
            {
                Port = port ?? profile.Neighbours.Port ?? HarnessClient.Port,
                OAuth = new OAuthOptions { Clients = [client], IntrospectionNeedsCredentials = false },
            }, CancellationToken.None);
            if (mocks.Notice is { } notice)
            {
                await Console.Error.WriteLineAsync(notice);
            }

            return new RunSurroundings(borrowed, leases, window, mocks, client);
        }
        catch
        {
            leases?.Dispose();
            window.Dispose();
            throw;
        }
    }

    /// <exception cref="BadInputException">CF5017: it is none.</exception>
    public static void RequireTest(Profile profile)
    {
        if (!profile.Environment.MayWrite)
        {
            throw new BadInputException(new Problem("CF5017", profile.File, 0, 0, $"The environment is 「{profile.Environment.Kind}」, and a run writes people who do not exist.", "Run against an environment of kind test."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Mocks.DisposeAsync();
        leases?.Dispose();
        Window.Dispose();
    }

    private static string Variable(string name, string otherwise) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : otherwise;
}
