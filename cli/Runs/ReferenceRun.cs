using Conformance.Cli.Commands.Running;
using Conformance.Cli.Commands;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Cli.Runs;

/// <summary>Runs on the reference applications, with the systems around them.</summary>
internal static class ReferenceRun
{
    private const string CoreClientId = "core0190core0190core0190core0190";

    /// <param name="times">How often it is run on the same database.</param>
    public static async Task<IReadOnlyList<RunResult>> RunAsync(
        ReferencePart part, Standard standard, ProjectFolders folders, RunSettings settings, string? fault, string? variant, int times,
        string evidence, Action<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var clientId = HarnessClient.MadeUpId();
        await using var mocks = await MockHost.StartAsync(new MockHostOptions
        {
            OAuth = new OAuthOptions
            {
                Clients =
                [
                    new RegisteredClient(clientId, HarnessClient.MadeUpSecret(), "019", [.. AtenaFunction.Scopes]),
                    new RegisteredClient(CoreClientId, CoreSecret, part.IsOffice ? part.Standard : "019", part.IsOffice ? NeighbourScopes.All : [.. AtenaFunction.Scopes]),
                ],
                IntrospectionNeedsCredentials = false,
            },
        }, CancellationToken.None);
        using var delay = settings.MockDelay is { } held ? mocks.Faults.Inject(new Fault(Fault.Any) { Delay = held }) : null;
        var token = HarnessClient.MadeUpSecret();
        string[] seeded = [.. fault is null ? [] : new[] { "--fault", fault }, .. variant is null ? [] : new[] { "--variant", variant }];
        string[] arguments = part.App == "atena" ? ["--app", "atena", "--introspection", mocks.Authorisation.IntrospectionEndpoint.ToString(), .. seeded]
            : part.IsOffice ? ["--app", part.App, "--token", token, .. Around(part, mocks), .. seeded]
            : ["--app", "core", "--neighbour", mocks.BaseAddress.ToString(), "--token-endpoint", mocks.Authorisation.TokenEndpoint.ToString(),
                "--client-id", CoreClientId, "--client-secret", CoreSecret, "--token", token, .. seeded];
        await using var reference = await ReferenceProcess.StartAsync(arguments, cancellationToken);
        var file = Path.Combine(AppContext.BaseDirectory, "Demo", part.Profile);
        var profile = ProfileLoader.Parse(Described(await File.ReadAllTextAsync(file, cancellationToken), variant, standard), file, new ProfileInputs
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
                Execution = settings.Execution,
                Folder = times > 1 ? null : settings.Folder,
                Filter = settings.Filter,
                Neighbours = mocks,
                ClientId = clientId,
                Folders = folders,
                Time = TimeProvider.System,
                Secrets = new Secrets(name => name switch
                {
                    "CONFORMANCE_DEMO_CORE_TOKEN" => token,
                    "CONFORMANCE_DEMO_OPERATOR_1" => ReferencePart.Operators[0],
                    "CONFORMANCE_DEMO_OPERATOR_2" => ReferencePart.Operators[1],
                    "CONFORMANCE_DEMO_OPERATOR_3" => ReferencePart.Operators[2],
                    _ => Environment.GetEnvironmentVariable(name),
                }),
                Progress = progress,
            }, cancellationToken));
        }

        return runs;
    }

    // Where the systems around it are, and how often it asks them.
    private static IEnumerable<string> Around(ReferencePart part, MockHost mocks) => part.App == "shikyu" ? [] :
    [
        "--mynaportal", mocks.BaseAddress.ToString(), "--koza", mocks.BaseAddress.ToString(), "--jumin", mocks.BaseAddress.ToString(),
        "--object-store", mocks.BaseAddress.ToString(), "--object-store-key", mocks.Objects.AccessKey, "--object-store-secret", mocks.Objects.SecretKey,
        "--token-endpoint", mocks.Authorisation.TokenEndpoint.ToString(), "--client-id", CoreClientId, "--client-secret", CoreSecret,
        "--interval", "200ms", .. part.App == "jumin" ? new[] { "--lift", "6s" } : [],
    ];

    // How a product shows its dates is for its profile to say, and these variants show them otherwise; an addition is declared.
    private static string Described(string profile, string? variant, Standard standard) => variant?.Split('-')[0] switch
    {
        "OV11" => profile.Replace("additions:\n", "additions:\n- {name: 独自集計, kind: 追加機能, reason: 庁内の報告のため, operations: [POST /api/dokuji-shukei], screens: [独自集計]}\n", StringComparison.Ordinal),
        "OV03" => Once(profile, "\n  as:\n", string.Concat(standard.Items.Where(item => item.Type == "DATE").Select(item => item.Name).Distinct().Select(item => $"    {item}: 和暦\n"))),
        "V07" or "CV03" when profile.Contains("  as: {", StringComparison.Ordinal) => Once(profile, "  as: {", "生年月日: 和暦, "),
        "V07" or "CV03" => profile.Replace("  timeouts: {", "  as: {生年月日: 和暦}\n  timeouts: {", StringComparison.Ordinal),
        _ => profile,
    };

    private static string Once(string profile, string after, string more) =>
        profile.IndexOf(after, StringComparison.Ordinal) is >= 0 and var at ? profile.Insert(at + after.Length, more) : throw new InvalidOperationException($"The profile of the reference has no 「{after.Trim()}」.");

    private static string CoreSecret { get; } = HarnessClient.MadeUpSecret();
}
