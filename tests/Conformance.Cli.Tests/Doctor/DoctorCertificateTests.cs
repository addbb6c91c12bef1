using Conformance.Cli.Tests.Miniatures;
using Conformance.Verdicts;

namespace Conformance.Cli.Tests.Doctor;

public sealed class DoctorCertificateTests
{
    [Fact]
    public async Task A_certificate_that_the_authority_of_the_profile_issued_is_well()
    {
        var findings = await OfAsync("localhost", 90, trusted: true);

        findings.Where(finding => finding.Check == "certificate").Should().ContainSingle().Which.Level.Should().Be(PreflightLevel.Ok);
        findings.Bad().Should().BeEmpty();
    }

    [Theory]
    [InlineData("localhost", 10, true, PreflightLevel.Warning, "10 日で切れる")]
    [InlineData("localhost", -1, true, PreflightLevel.Failure, "期間は")]
    [InlineData("other.example", 90, true, PreflightLevel.Failure, "other.example のもの")]
    [InlineData("localhost", 90, false, PreflightLevel.Failure, "信頼できない")]
    public async Task What_is_wrong_with_a_certificate_is_told_in_its_own_words(string name, int days, bool trusted, PreflightLevel level, string said)
    {
        var certificate = (await OfAsync(name, days, trusted)).Where(finding => finding.Check == "certificate").Should().ContainSingle().Subject;

        (certificate.Level, certificate.Cause).Should().Be((level, CauseKind.Configuration));
        certificate.What.Ja.Should().Contain(said);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_it_is_told_at_once()
    {
        var findings = await OfAsync("other.example", -1, trusted: false);

        findings.Where(finding => finding is { Check: "certificate", Level: PreflightLevel.Failure }).Should().HaveCount(3);
        findings.Where(finding => finding.Because == "certificate").Should().NotBeEmpty();
    }

    private static async Task<IReadOnlyList<PreflightFinding>> OfAsync(string name, int days, bool trusted)
    {
        await using var target = await DoctorTarget.SecuredAsync(name, TimeSpan.FromDays(days) + (days > 0 ? TimeSpan.FromHours(1) : TimeSpan.Zero));
        using var folder = new TemporaryFolder();
        var ca = folder.Write("ca.pem", target.AuthorityPem!);
        return await Patient.FindingsAsync(Patient.Text(target.Address, ca: trusted ? ca : null));
    }
}
