using Conformance.Reports.Tests.Samples;
using Conformance.Reports.Triaging;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests.Triaging;

public sealed class FailureSorterTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 4, 6);

    private readonly EvidenceFolder evidence = new();

    public void Dispose() => evidence.Dispose();

    [Theory]
    [InlineData("GET /api/chohyo/T00000003", "GET /api/chohyo/T00000017")]
    [InlineData("GET /persons/12", "GET /persons/200000000000455")]
    [InlineData("GET /x/0f8fad5b-d9cb-469f-a165-70867728950e", "GET /x/af8fad5b-d9cb-469f-a165-70867728950f")]
    public void The_number_of_a_record_in_an_address_parts_no_group(string one, string other) =>
        Sort([Some.Run([Failing("a", one, "HTTP/1.1 200 OK", "甲"), Failing("b", other, "HTTP/1.1 200 OK", "甲")])]).Groups.Should().ContainSingle();

    [Theory]
    [InlineData("GET /v1/x", "GET /v2/x")]
    [InlineData("GET /api/chohyo", "GET /api/kettei")]
    public void Another_operation_or_version_is_another_place(string one, string other) =>
        Sort([Some.Run([Failing("a", one, "HTTP/1.1 200 OK", "甲"), Failing("b", other, "HTTP/1.1 200 OK", "甲")])]).Groups.Should().HaveCount(2);

    [Fact]
    public void Failures_that_show_at_one_place_in_one_way_are_one_group()
    {
        var run = Some.Run([Failing("a", "POST /persons", "HTTP/1.1 200 OK", "登録されている: 1"), Failing("b", "POST /persons", "HTTP/1.1 200 OK", "登録されている: 22"), Failing("c", "POST /other", "HTTP/1.1 200 OK", "登録されている: 3"), Some.Scenario("d")]);

        var triage = Sort([run]);

        triage.Groups.Should().HaveCount(2);
        triage.Groups[0].Failures.Select(failure => failure.Scenario.Id).Should().Equal("a", "b");
        triage.Groups[0].Place.ToString().Should().Be("POST /persons → 200");
        triage.Groups[0].Mark.Should().Be(FailureMark.New);
        triage.Failures.Should().Be(3);
    }

    [Fact]
    public void An_exchange_in_which_the_target_failed_comes_before_later_ones()
    {
        var scenario = Some.Scenario("a", verdict: VerdictKind.Inconclusive, reason: "the target failed", steps:
        [
            Some.Step(evidence: [evidence.Exchange("POST /x", "POST /x", "HTTP/1.1 200 OK\n\n{}")]),
            Some.Step("ならば", status: "FAILED", evidence: [evidence.Exchange("GET /persons/123", "GET /persons/123", "HTTP/1.1 503 Busy\n\n{\"code\":\"E0999\"}"), evidence.Exchange("GET /y", "GET /y", "HTTP/1.1 200 OK")]),
        ]);

        Sort([Some.Run([scenario])]).Groups.Should().ContainSingle().Which.Place.ToString().Should().Be("GET /persons/# → 503 E0999");
    }

    [Fact]
    public void Beside_a_run_in_which_it_conformed_the_first_exchange_that_went_another_way_is_the_place()
    {
        using var before = new EvidenceFolder();
        ScenarioResult Scenario(EvidenceFolder folder, string registered, bool holds) => Some.Scenario("a", verdict: holds ? VerdictKind.Conforms : VerdictKind.Nonconforming, reason: holds ? null : "登録されている: 1", steps:
        [
            Some.Step(evidence: [folder.Exchange("POST /persons", "POST /persons", registered)]),
            Some.Step("ならば", status: holds ? "PASSED" : "FAILED", evidence: [folder.Exchange("POST /inquiry", "POST /inquiry", "HTTP/1.1 200 OK")]),
        ]);

        var triage = FailureSorter.Sort([Some.Run([Scenario(evidence, "HTTP/1.1 200 OK", holds: false)])], evidence.Directory, [Some.Run([Scenario(before, "HTTP/1.1 400 Bad Request\n\n{\"code\":\"E0001\"}", holds: true)])], before.Directory, [], Today);

        triage.Groups.Should().ContainSingle().Which.Place.ToString().Should().Be("POST /persons → 200");
    }

    [Fact]
    public void A_failure_that_is_known_of_one_edition_of_an_interface_is_new_in_another()
    {
        RunResult In(string name, string? reading = null)
        {
            var run = Some.Run([Failing("a", "POST /a", "HTTP/1.1 200 OK", "甲")]);
            return run with { Run = run.Run with { Interface = new InterfaceEdition(name, ["1.0", "2.0"]) { ReadThrough = reading } } };
        }

        var triage = FailureSorter.Sort([In("2.0"), In("1.0"), In("1.0", "2.0")], evidence.Directory, [], null, [new("T-1", "佐藤", "旧版は直さない", Today, 1) { Scenario = "a", Interface = "1.0" }], Today);

        triage.Groups.Select(group => (group.Failures.Single().Run.InterfaceKey, group.Mark)).Should().BeEquivalentTo([("2.0", FailureMark.New), ("1.0", FailureMark.Known), ("1.0+2.0", FailureMark.New)]);
    }

    [Fact]
    public void New_known_flaky_and_fixed_are_told_apart()
    {
        var steady = Failing("old", "POST /a", "HTTP/1.1 200 OK", "甲");
        var now = Some.Run(
        [
            Failing("new", "POST /b", "HTTP/1.1 200 OK", "乙"), steady, Failing("ticketed", "POST /c", "HTTP/1.1 200 OK", "丙"), Failing("lapsed", "POST /d", "HTTP/1.1 200 OK", "丁"), Some.Scenario("mended"),
            Failing("retried", "POST /e", "HTTP/1.1 200 OK", "戊") with { EarlierAttempts = [new AttemptResult(0, VerdictKind.Conforms, null, null, [], [], Some.Start, TimeSpan.Zero)] },
        ]);
        var before = Some.Run([Some.Scenario("new"), steady, Some.Scenario("mended", verdict: VerdictKind.Nonconforming), Some.Scenario("lapsed")]);
        KnownFailure[] known =
        [
            new("T-1", "佐藤", "改修中", Today, 1) { Scenario = "tick*" }, new("T-2", "鈴木", "改修中", Today.AddDays(-1), 2) { Scenario = "lapsed" }, new("T-3", "鈴木", "改修済", Today, 3) { Unit = "9999999" },
        ];

        var triage = FailureSorter.Sort([now], evidence.Directory, [before], null, known, Today);

        triage.Groups.SelectMany(group => group.Failures).ToDictionary(failure => failure.Scenario.Id, failure => failure.Mark).Should().BeEquivalentTo(new Dictionary<string, FailureMark>
        {
            ["new"] = FailureMark.New, ["old"] = FailureMark.Known, ["ticketed"] = FailureMark.Known, ["lapsed"] = FailureMark.New, ["retried"] = FailureMark.Flaky,
        });
        triage.Groups.Single(group => group.Failures[0].Scenario.Id == "lapsed").Expired.Should().ContainSingle().Which.Ticket.Should().Be("T-2");
        triage.Fixed.Should().ContainSingle().Which.Scenario.Id.Should().Be("mended");
        triage.Unused.Should().ContainSingle().Which.Ticket.Should().Be("T-3");
        triage.Groups[0].Mark.Should().Be(FailureMark.New, "what is new comes first");
    }

    [Fact]
    public void What_failed_on_the_build_on_which_it_conformed_before_is_flaky_and_not_new()
    {
        RunResult On(RunResult run, string build) => run with { Run = run.Run with { Build = build } };
        var failing = Some.Run([Failing("a", "POST /a", "HTTP/1.1 200 OK", "甲")]);
        var conforming = Some.Run([Some.Scenario("a")]);

        FailureSorter.Sort([On(failing, "7")], null, [On(conforming, "7")], null, [], Today).Groups[0].Mark.Should().Be(FailureMark.Flaky);
        FailureSorter.Sort([On(failing, "8")], null, [On(conforming, "7")], null, [], Today).Groups[0].Mark.Should().Be(FailureMark.New);
    }

    [Fact]
    public void What_fails_through_one_edition_of_the_interface_is_not_what_fails_through_another()
    {
        RunResult In(RunResult run, string edition) => run with { Run = run.Run with { Interface = new InterfaceEdition(edition, ["x"]) } };
        var failing = Some.Run([Failing("a", "POST /a", "HTTP/1.1 200 OK", "甲")]);

        var triage = FailureSorter.Sort([In(failing, "1.0"), In(failing, "2.0")], null, [In(failing, "1.0"), In(Some.Run([Some.Scenario("a")]), "2.0")], null, [], Today);

        triage.Groups.Should().HaveCount(2);
        triage.Groups.SelectMany(group => group.Failures).ToDictionary(failure => failure.Run.Interface!.Name, failure => failure.Mark).Should().Equal(new Dictionary<string, FailureMark> { ["2.0"] = FailureMark.New, ["1.0"] = FailureMark.Known });
    }

    [Fact]
    public void Known_failures_change_no_verdict()
    {
        var run = Some.Run([Failing("a", "POST /a", "HTTP/1.1 200 OK", "甲")], verdict: VerdictKind.Nonconforming);
        var triage = FailureSorter.Sort([run], null, [], null, [new("T", "佐藤", "改修中", Today, 1) { Scenario = "*" }], Today);
        triage.Groups[0].Verdict.Should().Be(VerdictKind.Nonconforming);
        triage.Runs[0].Verdict.Should().Be(VerdictKind.Nonconforming);
    }

    [Fact]
    public void A_group_has_the_same_ID_in_a_later_run()
    {
        var first = Sort([Some.Run([Failing("a", "POST /a", "HTTP/1.1 200 OK", "登録されている: 1")])]).Groups[0].Id;
        Sort([Some.Run([Failing("z", "POST /q", "HTTP/1.1 200 OK", "別"), Failing("b", "POST /a", "HTTP/1.1 200 OK", "登録されている: 99")])]).Groups.Select(group => group.Id).Should().Contain(first);
    }

    [Fact]
    public void Evidence_that_is_missing_or_points_out_of_its_folder_is_not_read()
    {
        var scenario = Some.Scenario("a", verdict: VerdictKind.Nonconforming, reason: "x", steps: [Some.Step("ならば", status: "FAILED", evidence: [new EvidenceRef("POST /a", "application/vnd.conformance.exchange+json", "../secret.json")])]);
        Sort([Some.Run([scenario])]).Groups.Should().ContainSingle().Which.Place.Label.Should().Be("POST /a");
    }

    private ScenarioResult Failing(string id, string title, string response, string reason) => Some.Scenario(id, verdict: VerdictKind.Nonconforming, cause: CauseKind.Product, reason: reason, steps:
    [
        Some.Step("ならば", status: "FAILED", evidence: [evidence.Exchange(title, title + id, response)]),
    ]);

    private Triage Sort(IReadOnlyList<RunResult> runs) => FailureSorter.Sort(runs, evidence.Directory, [], null, [], Today);
}
