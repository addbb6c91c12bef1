using System.Collections.Concurrent;
using System.Security.Cryptography;
using Conformance.Cli;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Mocks;
using Conformance.Verdicts;

namespace Conformance.Steps.Tests.Miniatures;

/// <summary>The whole way, from the checked-in features to verdicts, on targets that are wrong in one way each.</summary>
public sealed class MisbehavingTargetTests : IAsyncLifetime
{
    private const string Role = "住登外者宛名番号管理機能";
    private const string Client = "0123456789abcdef0123456789abcdef";
    private readonly DirectoryInfo _evidence = Directory.CreateTempSubdirectory("conformance-miniature-");
    private MockHost _sound = null!;

    public async ValueTask InitializeAsync() => _sound = await MockHost.StartAsync(new MockHostOptions
    {
        OAuth = new OAuthOptions { Clients = [new RegisteredClient(Client, new string('s', 40), "019", [.. AtenaFunction.Scopes])], IntrospectionNeedsCredentials = false },
    }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _sound.DisposeAsync();
        _evidence.Delete(recursive: true);
    }

    [Fact]
    public async Task The_sound_function_behind_the_miniatures_conforms()
    {
        var run = await RunAsync(Misbehaviour.PassesOn());

        run.Functions.Where(function => function.Verdict != VerdictKind.Conforms).Select(Told).Should().BeEmpty();
        run.Run.Verdict.Should().Be(VerdictKind.Conforms);
    }

    [Fact]
    public async Task One_that_is_slow_within_the_deadline_conforms_all_the_same() =>
        (await RunAsync(Misbehaviour.AnswersAfter(TimeSpan.FromMilliseconds(20)))).Run.Verdict.Should().Be(VerdictKind.Conforms);

    [Fact]
    public async Task One_that_accepts_everything_is_nonconforming_for_the_intake_of_requests_and_for_nothing_that_it_does_right()
    {
        var run = await RunAsync(Misbehaviour.AcceptsEverything());

        run.Run.Verdict.Should().Be(VerdictKind.Nonconforming);
        Of(run, "0310004").Should().Be(VerdictKind.Nonconforming);
        Of(run, "0310006").Should().Be(VerdictKind.Nonconforming, "a second operator's change is accepted while the first one works");
        Of(run, "0310008").Should().Be(VerdictKind.Conforms);
    }

    [Fact]
    public async Task One_that_refuses_everything_is_nonconforming_and_no_refusal_counts_in_its_favour()
    {
        var run = await RunAsync(Misbehaviour.RefusesEverything());

        run.Run.Verdict.Should().Be(VerdictKind.Nonconforming);
        ConformNowhere(run);
    }

    [Fact]
    public async Task One_that_answers_the_request_before_never_conforms()
    {
        var run = await RunAsync(Misbehaviour.AnswersThePreviousRequest());

        run.Run.Verdict.Should().NotBe(VerdictKind.Conforms);
        run.Functions.Where(function => function.Id is "0310005" or "0310006" or "0310001" or "0310024").Should().OnlyContain(function => function.Verdict != VerdictKind.Conforms);
    }

    [Fact]
    public async Task One_that_forgets_every_write_never_conforms_for_what_it_should_have_stored()
    {
        var run = await RunAsync(Misbehaviour.ForgetsEveryWrite());

        run.Run.Verdict.Should().NotBe(VerdictKind.Conforms);
        run.Functions.Where(function => function.Id is "0310002" or "0310005" or "0310006" or "0310008" or "0310009" or "0310022").Should().OnlyContain(function => function.Verdict != VerdictKind.Conforms);
        run.Scenarios.Where(scenario => scenario.Findings.Any(finding => finding.Step.Contains("見つからない", StringComparison.Ordinal) || finding.Step.Contains("登録されない", StringComparison.Ordinal)))
            .SelectMany(scenario => scenario.Findings.Where(finding => finding.Step.Contains("見つからない", StringComparison.Ordinal) || finding.Step.Contains("登録されない", StringComparison.Ordinal)))
            .Should().OnlyContain(finding => finding.Verdict != VerdictKind.Conforms, "absence needs evidence");
    }

    [Fact]
    public async Task One_that_forgets_every_change_is_nonconforming_for_storing_and_for_the_history()
    {
        var run = await RunAsync(Misbehaviour.ForgetsEveryChange());

        Of(run, "0310002").Should().Be(VerdictKind.Nonconforming);
        Of(run, "0310022").Should().NotBe(VerdictKind.Conforms);
        Of(run, "0310008").Should().NotBe(VerdictKind.Conforms);
        Of(run, "0310001").Should().Be(VerdictKind.Conforms);
        Of(run, "0310004").Should().Be(VerdictKind.Conforms);
    }

    [Theory]
    [InlineData("application/json", """{"title":"内部エラー","detail":"エラーが発生しました。"}""")]
    [InlineData("text/html", "<html><body>Internal Server Error</body></html>")]
    public async Task One_that_answers_500_to_everything_conforms_nowhere(string contentType, string body) =>
        ConformNowhere(await RunAsync(Misbehaviour.Always(new Answer(500, body, contentType))));

    [Theory]
    [InlineData(200, "text/html", "<!DOCTYPE html><html><body>ようこそ</body></html>")]
    [InlineData(200, "application/json", "<html></html>")]
    [InlineData(200, "application/json", "")]
    [InlineData(200, "application/json", "{}")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", "[]")]
    [InlineData(204, "application/json", "")]
    [InlineData(404, "text/html", "<html>Not Found</html>")]
    [InlineData(302, "text/html", "")]
    [InlineData(401, "application/json", """{"title":"認証エラー","detail":"アクセストークンが無効です。"}""")]
    public async Task One_that_answers_everything_alike_conforms_nowhere(int status, string contentType, string body) =>
        ConformNowhere(await RunAsync(Misbehaviour.Always(new Answer(status, body, contentType))));

    [Theory]
    [InlineData(200, "text/html", "<!DOCTYPE html><html><body>ようこそ</body></html>")]
    [InlineData(200, "application/json", "<html></html>")]
    [InlineData(500, "text/html", "<html><body>Internal Server Error</body></html>")]
    [InlineData(401, "application/json", """{"title":"認証エラー","detail":"アクセストークンが無効です。"}""")]
    public async Task Garbage_before_the_first_stimulus_says_nothing_about_the_product(int status, string contentType, string body) =>
        (await RunAsync(Misbehaviour.Always(new Answer(status, body, contentType)))).Functions.Should().NotContain(function => function.Verdict == VerdictKind.Nonconforming);

    [Fact]
    public async Task An_inquiry_is_not_blamed_for_changes_that_were_never_stored()
    {
        var run = await RunAsync(Misbehaviour.ForgetsEveryChange());

        run.Scenarios.SelectMany(scenario => scenario.Findings.Where(finding => finding.Function == "0310005" && finding.Verdict == VerdictKind.Nonconforming).Select(finding => $"{scenario.Id}: {finding.Step}: {finding.Observed}")).Should().BeEmpty();
    }

    [Fact]
    public async Task Storing_is_not_blamed_for_what_the_intake_refused()
    {
        var run = await RunAsync(Misbehaviour.RefusesEverything());

        run.Scenarios.SelectMany(scenario => scenario.Findings.Where(finding => finding.Function == "0310002" && finding.Verdict == VerdictKind.Nonconforming).Select(finding => $"{scenario.Id}: {finding.Step}: {finding.Observed}")).Should().BeEmpty();
    }

    [Fact]
    public async Task One_that_leads_every_request_elsewhere_is_a_matter_of_the_profile_and_never_of_the_product() =>
        NothingSaidOfTheProduct(await RunAsync(Misbehaviour.Always(new Answer(302, "", "text/html"))), CauseKind.Profile);

    [Fact]
    public async Task One_that_answers_too_late_is_inconclusive_and_never_nonconforming() =>
        NothingSaidOfTheProduct(await RunAsync(Misbehaviour.Always(new Answer(0, "") { Never = true })), CauseKind.Environment);

    [Fact]
    public async Task One_that_cuts_every_line_is_inconclusive_and_never_nonconforming() =>
        NothingSaidOfTheProduct(await RunAsync(Misbehaviour.Always(new Answer(0, "") { Cut = true })), CauseKind.Environment);

    [Fact]
    public async Task One_that_is_down_is_inconclusive_and_never_nonconforming()
    {
        var gone = await Miniature.StartAsync(_sound.BaseAddress, Misbehaviour.PassesOn());
        var address = gone.Address;
        await gone.DisposeAsync();

        NothingSaidOfTheProduct(await RunAsync(address), CauseKind.Environment);
    }

    [Fact]
    public async Task One_that_dies_in_the_middle_keeps_what_was_shown_and_is_inconclusive()
    {
        var run = await RunAsync(Misbehaviour.DiesAfter(60));

        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Functions.Should().NotContain(function => function.Verdict == VerdictKind.Nonconforming);
        run.Scenarios.Should().Contain(scenario => scenario.Verdict == VerdictKind.Conforms);
    }

    [Fact]
    public async Task One_that_is_sound_only_where_it_is_watched_is_found_as_if_nobody_watched()
    {
        var run = await RunAsync(Misbehaviour.SoundOnlyWhereItIsWatched());

        run.Run.Verdict.Should().Be(VerdictKind.Nonconforming);
        Of(run, "0310004").Should().Be(VerdictKind.Nonconforming, "nothing in a request tells that it is being observed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task One_that_answers_from_a_table_of_an_earlier_run_conforms_nowhere_that_matters_whether_it_knows_the_seed_or_not(int seed)
    {
        var table = new ConcurrentDictionary<(string Path, string Body), Answer>();
        (await RunAsync(Misbehaviour.Notes(table))).Run.Verdict.Should().Be(VerdictKind.Conforms, "that was the sound function");
        table.Should().HaveCountGreaterThan(100);

        // As --fresh-seed draws it, or the very seed of the run that the table was made in.
        var run = await RunAsync(Misbehaviour.AnswersFromATable(table), seed > 0 ? seed : RandomNumberGenerator.GetInt32(1, int.MaxValue));

        run.Run.Verdict.Should().NotBe(VerdictKind.Conforms);
        run.Functions.Where(function => function.Verdict == VerdictKind.Conforms).Select(Told).Should().BeEmpty("a seed gives the shape of the people; who they are is new in every run");
    }

    [Fact]
    public async Task A_race_is_provoked_through_a_barrier_and_found_twenty_times_of_twenty()
    {
        const int Times = 20;
        var found = 0;
        for (var seed = 1; seed <= Times; seed++)
        {
            await using var target = await Miniature.StartAsync(_sound.BaseAddress, Misbehaviour.NumbersWithoutALock());
            var run = await RunAsync(target.Address, seed, filter: "kanri.0310001.parallel");
            found += run.Functions.Count(function => function.Id == "0310001" && function.Verdict == VerdictKind.Nonconforming);
        }

        found.Should().Be(Times);
    }

    [Fact]
    public async Task One_that_leaves_an_operation_out_of_its_own_description_is_told_to_a_reviewer()
    {
        var paths = Demo().Api!.Exchanges.Values.Select(exchange => exchange.Path).OfType<string>().Append("/app_submit/v10/jutogaishaatenabangofuban").Distinct().ToList();

        var whole = await RunAsync(Misbehaviour.Describes(paths));
        var hiding = await RunAsync(Misbehaviour.Describes(paths.Skip(1)));

        whole.Surfaces!.Findings.Should().BeEmpty();
        hiding.Surfaces!.Findings.Should().ContainSingle(finding => finding.Kind == SurfaceFindingKind.Undescribed && finding.Place.EndsWith(paths[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operation_that_nobody_declared_is_listed_and_says_nothing_about_the_functions()
    {
        var paths = Demo().Api!.Exchanges.Values.Select(exchange => exchange.Path).OfType<string>().Append("/app_submit/v10/jutogaishaatenabangofuban").Append("/internal/export-all").Append("/login").Distinct().ToList();

        var run = await RunAsync(Misbehaviour.Describes(paths));

        run.Functions.Where(function => function.Verdict is VerdictKind.Nonconforming or VerdictKind.Inconclusive).Select(Told).Should().BeEmpty();
        run.Run.Verdict.Should().Be(VerdictKind.Conforms, run.Run.VerdictText);
        run.Surfaces!.Findings.Should().ContainSingle(finding => finding.Kind == SurfaceFindingKind.Undeclared && finding.Place.Contains("/internal/export-all", StringComparison.Ordinal));
        run.Surfaces.Recognised.Should().ContainSingle(place => place.Rule == "login");
    }

    [Fact]
    public async Task A_profile_that_maps_nothing_shows_nothing_and_is_never_a_pass()
    {
        await using var target = await Miniature.StartAsync(_sound.BaseAddress, Misbehaviour.PassesOn());
        var run = await RunAsync(target.Address, profile: profile => profile with { Api = profile.Api! with { Exchanges = new Dictionary<string, ApiExchange>() } });

        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Functions.Should().HaveCount(12).And.OnlyContain(function => function.Verdict == VerdictKind.NotVerified && function.Cause == CauseKind.Profile && function.Rule == DecidingRules.NotMapped);
        run.Scenarios.Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Verdict == VerdictKind.NotVerified);
    }

    [Fact]
    public async Task A_profile_that_maps_only_the_inquiry_shows_nothing_about_what_is_stored()
    {
        await using var target = await Miniature.StartAsync(_sound.BaseAddress, Misbehaviour.PassesOn());
        var run = await RunAsync(target.Address, profile: profile => profile with { Api = profile.Api! with { Exchanges = profile.Api.Exchanges.Where(one => one.Key == "照会").ToDictionary() } });

        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Functions.Should().OnlyContain(function => function.Verdict != VerdictKind.Conforms && function.Verdict != VerdictKind.Nonconforming);
    }

    private static string Told(FunctionResult function) => $"{function.Id} {function.Verdict} {function.Cause}: {function.Reason}";

    private static VerdictKind Of(RunResult run, string function) => run.Functions.Single(result => result.Id == function).Verdict;

    private static void ConformNowhere(RunResult run)
    {
        run.Run.Verdict.Should().NotBe(VerdictKind.Conforms);
        run.Functions.Should().HaveCount(12);
        run.Functions.Where(function => function.Verdict == VerdictKind.Conforms).Select(Told).Should().BeEmpty();
        run.Scenarios.Where(scenario => scenario.Verdict is VerdictKind.Inconclusive or VerdictKind.Nonconforming).Should().OnlyContain(scenario => scenario.Cause != null);
    }

    private static void NothingSaidOfTheProduct(RunResult run, CauseKind cause)
    {
        run.Run.Verdict.Should().Be(VerdictKind.Inconclusive);
        run.Functions.Should().HaveCount(12).And.OnlyContain(function => function.Verdict == VerdictKind.Inconclusive);
        run.Scenarios.Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Verdict == VerdictKind.Inconclusive && scenario.Cause == cause && scenario.Reason != null);
        run.Scenarios.SelectMany(scenario => scenario.Findings).Should().OnlyContain(finding => finding.Verdict == VerdictKind.Inconclusive);
    }

    private async Task<RunResult> RunAsync(Func<Asked, Func<Task<Answer>>, Task<Answer>> behave, int seed = 1)
    {
        await using var target = await Miniature.StartAsync(_sound.BaseAddress, behave);
        return await RunAsync(target.Address, seed);
    }

    private static Profile Demo(Uri? target = null) => ProfileLoader.Load(Path.Combine(Some.Root, "cli", "Demo", "031-kanri.profile.yaml"), new ProfileInputs
    {
        Variables = new Dictionary<string, string> { ["target"] = (target ?? new Uri("http://127.0.0.1:1/")).ToString() },
        Exchanges = Some.Standard.Role(Role).Exchanges.Keys.ToHashSet(StringComparer.Ordinal),
    });

    private Task<RunResult> RunAsync(Uri target, int seed = 1, Func<Profile, Profile>? profile = null, string? filter = null)
    {
        var described = Demo(target);

        // What a miniature does not show at once it never shows.
        described = described with
        {
            See = new Visibility { Deadline = TimeSpan.FromMilliseconds(60), Interval = TimeSpan.FromMilliseconds(20) },
            Api = described.Api! with { Timeout = TimeSpan.FromSeconds(1) },
        };
        return ConformanceRun.RunAsync(new RunRequest
        {
            Profile = profile?.Invoke(described) ?? described,
            Standard = Some.Standard,
            Role = Role,
            EvidenceFolder = _evidence.FullName,
            Surfaces = Surfaces.Api,
            Seed = seed,
            Parallelism = 4,
            Filter = filter,
            Neighbours = _sound,
            ClientId = Client,
            Folders = new ProjectFolders(Some.Root),
            Time = TimeProvider.System,
            Secrets = new Secrets(_ => "op:pass"),
        }, TestContext.Current.CancellationToken);
    }
}
