using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Conformance.Cli.Tests.Miniatures;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests.Doctor;

public sealed class DoctorApiTests
{
    [Fact]
    public async Task A_sound_product_has_nothing_to_mend_and_is_only_asked_what_cannot_write()
    {
        await using var target = await DoctorTarget.StartAsync();

        var findings = await Patient.FindingsAsync(Patient.Text(target.Address));

        findings.Bad().Should().BeEmpty();
        findings.Count(finding => finding.Check == "operation").Should().Be(4, "two exchanges share an address");
        target.Journal.Where(heard => heard.Method is not ("GET" or "OPTIONS") && heard.Authorization.Length > 0).Should().OnlyContain(heard => heard.Path == "/api/shokai", "only the inquiry bears a credential");
        target.Journal.Where(heard => heard.Method == "POST" && heard.Authorization.Length == 0).Should().OnlyContain(heard => heard.Body == "{", "whatever else could write gets nothing that can be read");
    }

    [Fact]
    public async Task A_target_that_is_down_is_one_finding_and_the_rest_says_that_it_was_not_looked_at()
    {
        using var reserved = new TcpListener(IPAddress.Loopback, 0);
        reserved.Start();
        var port = ((IPEndPoint)reserved.LocalEndpoint).Port;
        reserved.Stop();

        var findings = await Patient.FindingsAsync(Patient.Text(new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"))));

        var root = findings.Bad().Should().ContainSingle().Subject;
        (root.Check, root.Level, root.Cause).Should().Be(("connection", PreflightLevel.Failure, CauseKind.Environment));
        findings.Where(finding => finding.Because == "connection").Select(finding => finding.Check).Should().Contain(["clock", "token", "inquiry", "operation"]);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_is_told_as_such()
    {
        var findings = await Patient.FindingsAsync(Patient.Text(new Uri("http://sonzaishinai.invalid/")));

        var root = findings.Bad().Should().ContainSingle().Subject;
        (root.Check, root.Cause).Should().Be(("name", CauseKind.Configuration));
    }

    [Fact]
    public async Task One_operation_that_is_not_there_is_one_finding_of_the_profile()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Gone = "/api/kettei" });

        var found = (await Patient.FindingsAsync(Patient.Text(target.Address))).Bad().Should().ContainSingle().Subject;

        (found.Check, found.Level, found.Cause).Should().Be(("operation", PreflightLevel.Failure, CauseKind.Profile));
        found.Subject.Should().Be("POST /api/kettei（決定）");
        found.What.Ja.Should().Contain("404");
    }

    [Fact]
    public async Task A_gateway_that_answers_alike_where_nothing_is_shows_nothing_and_is_no_alarm()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Everywhere = 401 });

        var findings = await Patient.FindingsAsync(Patient.Text(target.Address));

        findings.Bad().Should().BeEmpty();
        findings.Where(finding => finding.Check == "operation").Should().OnlyContain(finding => finding.Level == PreflightLevel.NotShown);
    }

    [Theory]
    [InlineData(3600, "", PreflightLevel.Failure)]
    [InlineData(-3600, "", PreflightLevel.Failure)]
    [InlineData(20, "", PreflightLevel.Warning)]
    [InlineData(3600, "clock: {warn: 90 min, fail: 120 min}", PreflightLevel.Ok)]
    public async Task A_clock_that_is_off_is_told_by_how_much(int seconds, string tolerance, PreflightLevel expected)
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Clock = TimeSpan.FromSeconds(seconds) });

        var clock = (await Patient.FindingsAsync(Patient.Text(target.Address, further: tolerance))).Single(finding => finding.Check == "clock");

        clock.Level.Should().Be(expected);
        clock.Cause.Should().Be(expected == PreflightLevel.Ok ? null : CauseKind.Environment);
    }

    [Theory]
    [InlineData("invalid_client", 1)]
    [InlineData("invalid_scope", 4)]
    public async Task A_refused_token_says_whether_the_client_or_the_scope_is_wrong(string error, int asked)
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { TokenStatus = 400, Token = $$"""{"error": "{{error}}"}""" });
        var auth = $"{{server: '{target.Address}token', method: client_secret_basic, client: c, secret: '${{token}}'}}";

        var findings = await Patient.FindingsAsync(Patient.Text(target.Address, auth));

        findings.Where(finding => finding is { Check: "token", Level: PreflightLevel.Failure }).Should().NotBeEmpty().And.OnlyContain(finding => finding.Cause == CauseKind.Configuration && finding.What.Ja.Contains(error));
        target.Journal.Count(heard => heard.Path == "/token").Should().Be(asked, "a client that is refused is not tried again: some servers lock it");
        findings.Single(finding => finding.Check == "inquiry").Because.Should().Be("token");
    }

    [Fact]
    public async Task A_credential_that_is_refused_is_found_by_the_inquiry()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Refuses = true });

        var found = (await Patient.FindingsAsync(Patient.Text(target.Address))).Bad().Should().ContainSingle().Subject;

        (found.Check, found.Cause).Should().Be(("inquiry", CauseKind.Configuration));
    }

    [Fact]
    public async Task A_target_that_does_not_ask_about_a_token_of_ours_is_told_where_to_ask()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Refuses = true });

        var found = (await Patient.FindingsAsync(Patient.Text(target.Address, "{server: harness, method: client_secret_jwt}"))).Bad().Should().ContainSingle().Subject;

        (found.Check, found.Level, found.Cause).Should().Be(("neighbours", PreflightLevel.Failure, CauseKind.Configuration));
        found.Fix.En.Should().Contain("/oauth/introspect");
    }

    [Fact]
    public async Task A_variable_that_is_not_set_is_one_finding()
    {
        var findings = await Patient.FindingsAsync(Patient.Text(new Uri("http://127.0.0.1:1/"), "{method: bearer, secret: '${env:CONFORMANCE_NOBODY_SETS_THIS}'}"));

        var found = findings.Bad().Should().ContainSingle().Subject;
        (found.Check, found.Subject, found.Cause).Should().Be(("variables", "CONFORMANCE_NOBODY_SETS_THIS", CauseKind.Configuration));
        findings.Where(finding => finding.Because == "variables").Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_finding_says_what_why_and_how_to_mend_in_both_languages()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Gone = "/api/kettei", Clock = TimeSpan.FromHours(1), Refuses = true });

        var bad = (await Patient.FindingsAsync(Patient.Text(target.Address))).Bad();

        bad.Should().HaveCount(3).And.OnlyContain(finding => new[] { finding.What, finding.Why, finding.Fix }.All(said => said.Ja.Length > 5 && said.En.Length > 5 && said.En != said.Ja) && finding.Cause != null);
    }
}
