using Conformance.Cli.Tests.Miniatures;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests.Doctor;

/// <summary>A profile that names two editions of an interface side by side.</summary>
public sealed class DoctorEditionTests
{
    [Fact]
    public async Task What_is_wrong_in_one_edition_is_said_of_it_and_what_is_the_same_in_both_is_told_once()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { Gone = "/api/kettei-kyu", Clock = TimeSpan.FromHours(1) });

        var findings = await FindingsAsync(target, "決定: {post: /api/kettei-kyu}");

        var gone = findings.Bad().Single(finding => finding.Check == "operation");
        gone.Subject.Should().Be("POST /api/kettei-kyu（決定）");
        gone.Editions.Should().Equal("1.0");
        findings.Single(finding => finding.Subject == "POST /api/kettei（決定）").Editions.Should().Equal("2.0");
        foreach (var shared in new[] { "connection", "clock", "inquiry" })
        {
            findings.Single(finding => finding.Check == shared).Editions.Should().Equal("2.0", "1.0");
        }
    }

    [Fact]
    public async Task A_credential_of_the_older_edition_that_is_refused_is_not_that_of_the_newer()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { TokenStatus = 400, Token = """{"error": "invalid_client"}""" });

        var findings = await FindingsAsync(target, $"auth: {{server: '{target.Address}token', method: client_secret_basic, client: c, secret: '${{token}}'}}");

        findings.Single(finding => finding is { Check: "token", Level: PreflightLevel.Failure }).Editions.Should().Equal("1.0");
        findings.Where(finding => finding.Check == "inquiry").Select(finding => (finding.Level, string.Join(' ', finding.Editions!))).Should().BeEquivalentTo([(PreflightLevel.Ok, "2.0"), (PreflightLevel.NotShown, "1.0")]);
    }

    [Fact]
    public async Task A_client_that_is_refused_is_not_tried_again_for_another_edition()
    {
        await using var target = await DoctorTarget.StartAsync(new Wrong { TokenStatus = 400, Token = """{"error": "invalid_client"}""" });

        var findings = await FindingsAsync(target, "決定: ~", $"{{server: '{target.Address}token', method: client_secret_basic, client: c, secret: '${{token}}'}}");

        target.Journal.Count(heard => heard.Path == "/token").Should().Be(1, "some servers lock a client");
        findings.Where(finding => finding is { Check: "token", Because: "token" }).SelectMany(finding => finding.Editions!).Should().Contain("1.0");
    }

    [Fact]
    public async Task A_variable_of_one_edition_keeps_that_one_alone_from_being_looked_at()
    {
        await using var target = await DoctorTarget.StartAsync();

        var findings = await FindingsAsync(target, "auth: {method: bearer, secret: '${env:CONFORMANCE_NOBODY_SETS_THIS}'}");

        findings.Bad().Should().ContainSingle().Which.Editions.Should().Equal("1.0");
        findings.Where(finding => finding.Because == "variables").Should().NotBeEmpty().And.OnlyContain(finding => finding.Editions!.Single() == "1.0");
        findings.Single(finding => finding.Check == "inquiry" && finding.Level == PreflightLevel.Ok).Editions.Should().Equal("2.0");
    }

    private static Task<IReadOnlyList<PreflightFinding>> FindingsAsync(DoctorTarget target, string differs, string auth = Patient.Bearer) =>
        Patient.FindingsAsync(Patient.Text(target.Address, auth, $"interface: '2.0'\nparallel: [{{interface: '1.0', until: '2099-12-31', basis: 附則第2条, api: {{{differs}}}}}]"));
}
