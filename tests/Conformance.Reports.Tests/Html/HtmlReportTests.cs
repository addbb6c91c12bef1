using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Conformance.Reports.Html;
using Conformance.Reports.Tests.Samples;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests.Html;

public sealed partial class HtmlReportTests
{
    [Fact]
    public async Task The_policy_allows_exactly_the_style_and_the_script_of_the_page()
    {
        var (html, _) = await Write([Some.Run()]);

        var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
        var scripts = html.Split("<script>").Skip(1).Select(part => part[..part.IndexOf("</script>", StringComparison.Ordinal)]).ToList();
        html.Should().Contain($"style-src '{Hash(style)}'; script-src {string.Join(' ', scripts.Select(script => $"'{Hash(script)}'"))};").And.Contain("default-src 'none'").And.NotContain("unsafe-inline");
    }

    [Fact]
    public async Task The_page_names_no_address_outside_itself()
    {
        var (html, _) = await Write([Some.Run()]);

        Address().Matches(html).Select(match => match.Value).Should().OnlyContain(address => address == "http://www.w3.org/2000/svg");
    }

    [Fact]
    public async Task What_a_product_returned_stands_nowhere_in_the_markup()
    {
        var hostile = "</script><script>alert(1)</script>";

        var (html, _) = await Write([Some.Run([Some.Scenario(name: hostile, findings: [Some.Finding(observed: hostile)])], product: hostile, role: hostile)]);

        html.Should().NotContain("alert(1)");
    }

    [Fact]
    public async Task The_same_result_is_the_same_page()
    {
        using var folder = new EvidenceFolder();
        var runs = RealisticRuns.Make(folder);

        var (one, _) = await Write(runs, folder.Directory);

        (await Write(runs, folder.Directory)).Html.Should().Be(one);
    }

    [Fact]
    public async Task Screenshots_of_failing_scenarios_come_first_and_the_rest_is_counted()
    {
        using var folder = new EvidenceFolder();
        var shots = Enumerable.Range(0, 6).Select(at => folder.Screenshot($"画面{at}", PlainPng.Draw(200, 100, (byte)(at * 20)))).ToList();
        ScenarioResult Scenario(VerdictKind verdict, params EvidenceRef[] evidence) =>
            Some.Scenario(verdict: verdict, driver: "ui", steps: [Some.Step(evidence: evidence)]);
        var run = Some.Run(
        [
            Scenario(VerdictKind.Conforms, shots[0], shots[1]), Scenario(VerdictKind.Conforms, shots[2]),
            Scenario(VerdictKind.Nonconforming, shots[3], shots[4]), Scenario(VerdictKind.Inconclusive, shots[5]),
        ]);
        long Size(params int[] at) => at.Sum(one => new FileInfo(Path.Combine(folder.Directory, shots[one].File)).Length);

        var (html, tally) = await Write([run], folder.Directory, new HtmlReportOptions { ScreenshotBytes = Size(3, 4, 5, 1) });

        tally.Should().Be(new EvidenceTally(4, 2, 0, 0, 0));
        shots.Select(shot => html.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(shot.File)), StringComparison.Ordinal))
            .Should().Equal(false, true, false, true, true, true);
    }

    [Fact]
    public async Task Evidence_is_never_read_from_outside_its_folder()
    {
        using var folder = new EvidenceFolder();
        using var elsewhere = new EvidenceFolder();
        var secret = elsewhere.Text("秘密", "secret");
        var evidence = new[] { Path.Combine(elsewhere.Directory, secret.File), $"../{Path.GetFileName(elsewhere.Directory)}/{secret.File}", "..\\x", "a\0b", "", "absent.txt" }
            .Select(file => new EvidenceRef("秘密", "text/plain", file)).ToList();

        var (_, tally) = await Write([Some.Run([Some.Scenario(steps: [Some.Step(evidence: evidence)])])], folder.Directory);

        tally.Should().Be(new EvidenceTally(0, 0, 0, 0, evidence.Count));
    }

    private static async Task<(string Html, EvidenceTally Tally)> Write(
        IReadOnlyList<RunResult> runs, string? evidence = null, HtmlReportOptions? options = null)
    {
        using var stream = new MemoryStream();
        var tally = await HtmlReport.WriteAsync(runs, evidence, stream, options ?? new HtmlReportOptions());
        return (Encoding.UTF8.GetString(stream.ToArray()), tally);
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    [GeneratedRegex("(https?|wss?|ftp):[^\"'\\s]+")]
    private static partial Regex Address();
}
