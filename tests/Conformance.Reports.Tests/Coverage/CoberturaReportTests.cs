using System.Xml.Linq;
using Conformance.Reports.Coverage;
using Conformance.Reports.Tests.Samples;
using Conformance.Verdicts;
using FluentAssertions;

namespace Conformance.Reports.Tests.Coverage;

public sealed class CoberturaReportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("coverage").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_function_has_a_line_per_check_and_only_what_conforms_is_a_hit()
    {
        var run = Some.Run(
            [
                Some.Scenario("one", "正しく付番する"), Some.Scenario("two", "重複しない", VerdictKind.Nonconforming, findings: [Some.Finding(VerdictKind.Nonconforming)]),
                Some.Scenario("one", "正しく付番する", driver: "ui"),
            ],
            [Some.Function("0310001"), Some.Function("0310002", "記録する", VerdictKind.NotVerified)]);

        var (shown, all) = await CoberturaReport.WriteAsync(folder, [run], _ => new CoveredSpecification(new Dictionary<string, string>(), [], []), null, TestContext.Current.CancellationToken);

        (shown, all).Should().Be((1, 3), "two checks of the first function, and the second function that nothing checks");
        var lines = XDocument.Load(Path.Combine(folder, "cobertura.xml")).Descendants("class").First().Descendants("line").Select(line => (int)line.Attribute("hits")!);
        lines.Should().Equal(2, 0);
        (await File.ReadAllLinesAsync(Path.Combine(folder, "sources", "031-第2.1版", "住登外者宛名番号管理機能", "0310001.txt"), TestContext.Current.CancellationToken))
            .Should().Equal("[one] 正しく付番する", "[two] 重複しない");
    }

    [Fact]
    public async Task A_flow_has_a_line_per_sequence_flow_that_counts_the_paths_that_took_it()
    {
        var conforming = Some.Run([Some.Scenario("s") with { Tags = ["@フロー:s-1", "@経路:Y"] }]);

        await CoberturaReport.WriteAsync(folder, [conforming], _ => new CoveredSpecification(new Dictionary<string, string>(), [], [SampleFlow.Picture]), null, TestContext.Current.CancellationToken);

        var flow = XDocument.Load(Path.Combine(folder, "cobertura.xml")).Descendants("class").Single(one => ((string?)one.Attribute("name"))!.StartsWith("s-1 "));
        flow.Descendants("line").Select(line => (int)line.Attribute("hits")!).Should().Equal(1, 1, 1, 0);
    }
}
