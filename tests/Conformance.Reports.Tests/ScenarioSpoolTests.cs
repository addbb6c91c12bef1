using System.Text;
using Conformance.Reports.Tests.Samples;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests;

public sealed class ScenarioSpoolTests
{
    [Fact]
    public async Task What_went_to_the_file_is_reported_as_what_stayed_in_memory()
    {
        using var folder = new EvidenceFolder();
        var realistic = RealisticRuns.Make(folder)[0];
        var scenarios = realistic.Scenarios.OrderBy(scenario => scenario.Feature, StringComparer.Ordinal).ThenBy(scenario => scenario.Line).ThenBy(scenario => scenario.Driver, StringComparer.Ordinal).ToList();

        var spooled = Spooled(folder.Directory, inMemory: 1, scenarios);

        spooled.Should().HaveCount(scenarios.Count).And.HaveCountGreaterThan(10);
        foreach (var write in new Func<RunResult, Stream, Task>[] { (run, to) => ResultJson.WriteAsync([run], to), (run, to) => JunitXml.WriteAsync([run], to) })
        {
            (await Written(realistic with { Scenarios = spooled }, write)).Should().Be(await Written(realistic with { Scenarios = scenarios }, write));
        }
    }

    [Fact]
    public void Scenarios_are_in_the_order_of_features_lines_and_drivers_whenever_they_came()
    {
        using var folder = new EvidenceFolder();
        var came = new[] { ("b", 3, "api"), ("a", 20, "ui"), ("a", 3, "ui"), ("a", 20, "api"), ("a", 3, "api") };

        var spooled = Spooled(folder.Directory, inMemory: 2, came.Select(one => Some.Scenario(feature: one.Item1, driver: one.Item3) with { Line = one.Item2 }));

        spooled.Select(scenario => (scenario.Feature, scenario.Line, scenario.Driver)).Should().Equal(
            ("a", 3, "api"), ("a", 3, "ui"), ("a", 20, "api"), ("a", 20, "ui"), ("b", 3, "api"));
    }

    [Fact]
    public void The_file_is_seen_by_nobody_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There a file has a name as long as it is open.");
        using var folder = new EvidenceFolder();
        var before = Directory.GetFileSystemEntries(folder.Directory);

        Spooled(folder.Directory, inMemory: 0, [Some.Scenario()]).Single().Id.Should().Be(Some.Scenario().Id);

        Directory.GetFileSystemEntries(folder.Directory).Should().BeEquivalentTo(before);
    }

    private static IReadOnlyList<ScenarioResult> Spooled(string folder, int inMemory, IEnumerable<ScenarioResult> scenarios)
    {
        var spool = new ScenarioSpool(folder, inMemory);
        foreach (var scenario in scenarios)
        {
            spool.Add(scenario);
        }

        return spool.Sorted();
    }

    private static async Task<string> Written(RunResult run, Func<RunResult, Stream, Task> write)
    {
        using var stream = new MemoryStream();
        await write(run, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
