using System.Xml.Linq;
using Conformance.Reports.Tests.Samples;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests;

public sealed class JunitXmlTests
{
    [Fact]
    public async Task Each_verdict_has_its_own_outcome()
    {
        var xml = await Write(Some.Run(
        [
            Some.Scenario("a", "一"), Some.Scenario("b", "二", VerdictKind.Nonconforming, findings: [Some.Finding(VerdictKind.Nonconforming, expected: "E0003", observed: "E0001")]),
            Some.Scenario("c", "三", VerdictKind.Inconclusive, cause: CauseKind.Environment, reason: "応答なし"),
            Some.Scenario("d", "四", VerdictKind.NotVerified, reason: "観測条件なし"), Some.Scenario("e", "五", VerdictKind.NotApplicable, reason: "宣言"),
        ]));

        var cases = xml.Descendants("testcase").ToList();
        cases.Select(one => one.Elements().FirstOrDefault()?.Name.LocalName).Should().Equal(null, "failure", "error", "skipped", "skipped");
        cases[1].Value.Should().Contain("期待: E0003").And.Contain("実際: E0001").And.Contain("根拠: 公式 共通機能標準仕様書");
        cases[2].Element("error")!.Attribute("type")!.Value.Should().Be("environment");
        cases[2].Element("error")!.Attribute("message")!.Value.Should().Be("応答なし");
        cases[3].Element("skipped")!.Attribute("message")!.Value.Should().Be("未検証: 観測条件なし");
        cases[4].Element("skipped")!.Attribute("message")!.Value.Should().Be("適用対象外: 宣言");
    }

    [Fact]
    public async Task A_feature_is_a_suite_with_its_counts_and_the_properties_of_the_run()
    {
        var xml = await Write(Some.Run(
        [
            Some.Scenario(feature: "031/b.feature"), Some.Scenario(driver: "ui", feature: "031/b.feature", verdict: VerdictKind.Nonconforming),
            Some.Scenario(feature: "031/a.feature"),
        ]));

        var suites = xml.Root!.Elements("testsuite").ToList();
        suites.Select(suite => suite.Attribute("name")!.Value).Should().Equal("住登外者宛名番号管理機能/031/a.feature", "住登外者宛名番号管理機能/031/b.feature");
        suites[1].Attribute("tests")!.Value.Should().Be("2");
        suites[1].Attribute("failures")!.Value.Should().Be("1");
        suites[1].Descendants("testcase").Select(one => one.Attribute("name")!.Value).Should().OnlyHaveUniqueItems();
        suites[0].Descendants("property").ToDictionary(one => one.Attribute("name")!.Value, one => one.Attribute("value")!.Value)
            .Should().Contain("seed", "20260406").And.Contain("run", "20260406-012345-7f3a").And.ContainKeys("standard", "role");
    }

    [Fact]
    public async Task What_xml_forbids_is_removed_and_the_rest_stays_text()
    {
        var hostile = "]]><x>&\0\u0008\uFFFE\uD800 𠮷 " + new string('長', 100_000);

        var xml = await Write(Some.Run([Some.Scenario(
            name: hostile, verdict: VerdictKind.Nonconforming, findings: [Some.Finding(VerdictKind.Nonconforming, observed: hostile)])]));

        xml.Descendants("failure").Single().Value.Should().Contain("]]><x>&\uFFFD 𠮷 長").And.Contain("（全100").And.NotContain("\0");
    }

    [Fact]
    public async Task A_realistic_result_is_well_formed_and_complete()
    {
        using var folder = new EvidenceFolder();
        var runs = RealisticRuns.Make(folder);

        var xml = await Write([.. runs]);

        xml.Descendants("testcase").Should().HaveCount(runs.Sum(run => run.Scenarios.Count));
        xml.Root!.Attribute("tests")!.Value.Should().Be("72");
    }

    private static async Task<XDocument> Write(params RunResult[] runs)
    {
        using var stream = new MemoryStream();
        await JunitXml.WriteAsync(runs, stream);
        stream.Position = 0;
        return XDocument.Load(stream);
    }
}
