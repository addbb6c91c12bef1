using System.CommandLine;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Cli.Commands;

/// <summary><c>demo</c>: the main job, on the reference applications that are shipped with the project.</summary>
internal static class DemoCommand
{
    private const string ClientId = "harness0harness0harness0harness0";
    private const string CoreClientId = "core0190core0190core0190core0190";

    /// <summary>One reference application: which program it is, and how it is reached.</summary>
    private sealed record Part(string App, string Role, string Profile);

    private static readonly Part[] Parts =
    [
        new("atena", "住登外者宛名番号管理機能", "031-kanri.profile.yaml"),
        new("core", "標準準拠システム", "031-kikan.profile.yaml"),
    ];

    public static Command Build()
    {
        var options = new RunOptionSet("demo");
        var standard = new Option<string>("--standard") { Description = "業務ID of the standard to demonstrate (031)." };
        var fault = new Option<string>("--fault") { Description = "Seed one fault into the reference; see `faults`." };
        var variant = new Option<string>("--variant") { Description = "A permitted difference of the reference; see `variants`." };
        var role = new Option<string>("--role") { Description = "Only one role." };
        var times = new Option<int>("--times") { Description = "Run that often on the same database.", DefaultValueFactory = _ => 1 };
        var command = new Command("demo", "Run the whole chain on the reference application: exit 0 when it conforms.") { standard, fault, variant, role, times };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var settings = options.Read(parsed);
            var id = parsed.GetValue(standard) ?? "031";
            var folders = ProjectFolders.Find();
            var loaded = StandardLoader.LoadById(folders.Standards, id);
            var seeds = await ReferenceCatalogue.LoadAsync(cancellationToken);
            var chosen = Parts.Where(part => parsed.GetValue(role) is not { } wanted || part.Role == wanted).ToList();
            var (faultId, variantId) = (parsed.GetValue(fault), parsed.GetValue(variant));
            if (faultId is not null)
            {
                var seeded = seeds.Fault(faultId);
                chosen = [.. chosen.Where(part => part.App == seeded.App)];
            }

            if (variantId is not null)
            {
                var apps = seeds.Variant(variantId);
                chosen = [.. chosen.Where(part => apps.Contains(part.App))];
            }

            if (chosen.Count == 0)
            {
                throw new BadInputException(new Problem("CF6011", "demo", 0, 0, "No role is left to run.", "The fault or variant belongs to the other role; leave --role out."));
            }

            if (settings.Surfaces.HasFlag(Surfaces.Ui))
            {
                await Prerequisites.RequireAsync(folders, cancellationToken);
            }

            return await RunOutput.CompleteAsync(settings, async (evidence, progress) =>
            {
                var runs = new List<RunResult>();
                foreach (var part in chosen)
                {
                    runs.AddRange(await RunAsync(part, loaded, folders, settings, faultId, variantId, parsed.GetValue(times), evidence, progress, cancellationToken));
                    if (cancellationToken.IsCancellationRequested)
                    {
                        break;
                    }
                }

                return runs;
            });
        }));
        return command;
    }

    private static async Task<IReadOnlyList<RunResult>> RunAsync(
        Part part, Standard standard, ProjectFolders folders, RunSettings settings, string? fault, string? variant, int times,
        string evidence, Action<RunProgress>? progress, CancellationToken cancellationToken)
    {
        await using var mocks = await MockHost.StartAsync(new MockHostOptions
        {
            OAuth = new OAuthOptions
            {
                Clients =
                [
                    new RegisteredClient(ClientId, Secret(), "019", [.. AtenaFunction.Scopes]),
                    new RegisteredClient(CoreClientId, CoreSecret, "019", [.. AtenaFunction.Scopes]),
                ],
                IntrospectionNeedsCredentials = false,
            },
        }, CancellationToken.None);
        var token = Secret();
        string[] seeded = [.. fault is null ? [] : new[] { "--fault", fault }, .. variant is null ? [] : new[] { "--variant", variant }];
        string[] arguments = part.App == "atena"
            ? ["--app", "atena", "--introspection", mocks.Authorisation.IntrospectionEndpoint.ToString(), .. seeded]
            : ["--app", "core", "--neighbour", mocks.BaseAddress.ToString(), "--token-endpoint", mocks.Authorisation.TokenEndpoint.ToString(),
                "--client-id", CoreClientId, "--client-secret", CoreSecret, "--token", token, .. seeded];
        await using var reference = await ReferenceProcess.StartAsync(arguments, cancellationToken);
        var profile = ProfileLoader.Load(Path.Combine(AppContext.BaseDirectory, "Demo", part.Profile), new ProfileInputs
        {
            Variables = new Dictionary<string, string> { ["target"] = reference.Address.ToString() },
            Exchanges = standard.Role(part.Role).Exchanges.Keys.ToHashSet(StringComparer.Ordinal),
        });
        var runs = new List<RunResult>();
        for (var i = 0; i < Math.Max(1, times); i++)
        {
            runs.Add(await ConformanceRun.RunAsync(new RunRequest
            {
                Profile = profile,
                Standard = standard,
                Role = part.Role,
                EvidenceFolder = evidence,
                Surfaces = settings.Surfaces,
                Seed = settings.Seed,
                Parallelism = settings.Parallelism,
                Filter = settings.Filter,
                Neighbours = mocks,
                ClientId = ClientId,
                Folders = folders,
                Time = TimeProvider.System,
                Secrets = new Secrets(name => name == "CONFORMANCE_DEMO_CORE_TOKEN" ? token : Environment.GetEnvironmentVariable(name)),
                Progress = progress,
            }, cancellationToken));
        }

        return runs;
    }

    private static string CoreSecret { get; } = Secret();

    private static string Secret() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(24));
}
