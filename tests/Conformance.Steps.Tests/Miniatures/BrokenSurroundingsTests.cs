using Conformance.Cli;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Spec.Loading;
using Conformance.Verdicts;

namespace Conformance.Steps.Tests.Miniatures;

/// <summary>Sound products in surroundings that break, and one that hides from its own description: what is not the product's fault is never laid at its door, and nothing of it is green.</summary>
public sealed class BrokenSurroundingsTests : IDisposable
{
    private const string CoreRole = "標準準拠システム";
    private const string CoreClient = "core0190core0190core0190core0190";
    private const string Token = "t0ken-t0ken-t0ken-t0ken";
    private static readonly string Secret = new('s', 48);
    private readonly DirectoryInfo _evidence = Directory.CreateTempSubdirectory("conformance-broken-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _evidence.Delete(recursive: true);

    [Fact]
    public async Task Played_systems_that_break_in_the_middle_are_nobody_elses_fault_and_nothing_after_that_is_green()
    {
        var mocks = await MocksAsync();
        await using var core = await ReferenceProcess.StartAsync(["--app", "core", "--neighbour", mocks.BaseAddress.ToString(), "--token-endpoint", mocks.Authorisation.TokenEndpoint.ToString(),
            "--client-id", CoreClient, "--client-secret", Secret, "--token", Token], Stop);
        const int Before = 4;
        var run = await RunAsync("031", CoreRole, "031-kikan.profile.yaml", core.Address, mocks, progress =>
        {
            if (progress.Done == Before)
            {
                mocks.DisposeAsync().AsTask().Wait(Stop);
            }
        });

        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Scenarios.Should().NotContain(scenario => scenario.Verdict == VerdictKind.Nonconforming, "the product did nothing wrong");
        run.Scenarios.Count(scenario => scenario.Verdict == VerdictKind.Conforms).Should().BeLessThanOrEqualTo(Before + 1, "a scenario may have been at its last step");
        run.Scenarios.Where(scenario => scenario.Cause == CauseKind.Mock).Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Rule == DecidingRules.MockBroken);
        run.Steps.Should().NotContain(step => step.Verdict == VerdictKind.Nonconforming);
    }

    [Fact]
    public async Task A_fault_that_was_put_into_a_played_system_is_not_the_products()
    {
        await using var mocks = await MocksAsync();
        await using var core = await ReferenceProcess.StartAsync(["--app", "core", "--neighbour", mocks.BaseAddress.ToString(), "--token-endpoint", mocks.Authorisation.TokenEndpoint.ToString(),
            "--client-id", CoreClient, "--client-secret", Secret, "--token", Token], Stop);
        using var fault = mocks.Faults.Inject(new Fault(AtenaOperations.Number) { Status = 500 });

        var run = await RunAsync("031", CoreRole, "031-kikan.profile.yaml", core.Address, mocks, filter: "031-1-⑭");

        run.Scenarios.Should().NotBeEmpty().And.NotContain(scenario => scenario.Verdict == VerdictKind.Nonconforming);
        run.Scenarios.Should().Contain(scenario => scenario.Cause == CauseKind.Mock && scenario.Rule == DecidingRules.MockSpoilt);
    }

    [Fact]
    public async Task A_target_that_is_taken_away_in_the_middle_leaves_what_was_shown_and_nothing_green_after_it()
    {
        await using var mocks = await MocksAsync();
        var core = await ReferenceProcess.StartAsync(["--app", "core", "--neighbour", mocks.BaseAddress.ToString(), "--token-endpoint", mocks.Authorisation.TokenEndpoint.ToString(),
            "--client-id", CoreClient, "--client-secret", Secret, "--token", Token], Stop);
        const int Before = 4;
        var run = await RunAsync("031", CoreRole, "031-kikan.profile.yaml", core.Address, mocks, progress =>
        {
            if (progress.Done == Before)
            {
                core.DisposeAsync().AsTask().Wait(Stop);
            }
        });

        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Scenarios.Should().NotContain(scenario => scenario.Verdict == VerdictKind.Nonconforming);
        run.Scenarios.Count(scenario => scenario.Verdict == VerdictKind.Conforms).Should().BeLessThanOrEqualTo(Before + 1);
        run.Scenarios.Where(scenario => scenario.Verdict == VerdictKind.Inconclusive).Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Cause == CauseKind.Environment);
    }

    [Fact]
    public async Task A_forbidden_operation_that_its_own_description_hides_is_found_by_the_probes()
    {
        await using var mocks = await MocksAsync();
        await using var product = await ReferenceProcess.StartAsync(["--app", "jidoteate", "--token", Token, "--fault", "J03-retype-screen"], Stop);
        await using var liar = await Miniature.StartAsync(product.Address, Misbehaviour.HidesFromItsDescription("再入力"));

        var run = await RunAsync("027", CoreRole, "027.profile.yaml", liar.Address, mocks, filter: "@機能:児手-2.1.7");

        run.Functions.Single(function => function.Id == "児手-2.1.7").Should().Match<FunctionResult>(function => function.Verdict == VerdictKind.Nonconforming && function.Rule == DecidingRules.IllustrativeDidNotHold);
    }

    private static Task<MockHost> MocksAsync() => MockHost.StartAsync(new MockHostOptions
    {
        OAuth = new OAuthOptions { Clients = [new RegisteredClient(CoreClient, Secret, "019", [.. AtenaFunction.Scopes])], IntrospectionNeedsCredentials = false },
    }, CancellationToken.None);

    private async Task<RunResult> RunAsync(string standardId, string role, string file, Uri target, MockHost mocks, Action<RunProgress>? progress = null, string? filter = null)
    {
        var standard = StandardLoader.LoadById(Path.Combine(Some.Root, "standards"), standardId);
        var profile = ProfileLoader.Load(Path.Combine(Some.Root, "cli", "Demo", file), new ProfileInputs
        {
            Variables = new Dictionary<string, string> { ["target"] = target.ToString() },
            Exchanges = standard.Role(role).Exchanges.Keys.ToHashSet(StringComparer.Ordinal),
        });
        return await ConformanceRun.RunAsync(new RunRequest
        {
            Profile = profile with { See = new Visibility { Deadline = TimeSpan.FromSeconds(1), Interval = TimeSpan.FromMilliseconds(50) } },
            Standard = standard,
            Role = role,
            EvidenceFolder = _evidence.FullName,
            Surfaces = Surfaces.Api,
            Seed = 1,
            Parallelism = 1,
            Neighbours = mocks,
            Folders = new ProjectFolders(Some.Root),
            Time = TimeProvider.System,
            Filter = filter,
            Progress = progress,
            Secrets = new Secrets(name => name == "CONFORMANCE_DEMO_CORE_TOKEN" ? Token : "op:pass"),
        }, Stop);
    }
}
