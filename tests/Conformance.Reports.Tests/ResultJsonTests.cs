using System.Text;
using Conformance.Reports.Tests.Samples;
using Conformance.Spec;
using Conformance.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Reports.Tests;

public sealed class ResultJsonTests
{
    [Fact]
    public async Task What_is_written_is_read_back_equal()
    {
        using var folder = new EvidenceFolder();
        var runs = RealisticRuns.Make(folder);

        var read = await Read(await Write(runs));

        read.Should().BeEquivalentTo(runs, options => options.WithStrictOrdering());
    }

    [Fact]
    public void Any_text_survives_and_durations_survive_to_the_tick() =>
        Prop.ForAll<string, NonNegativeInt>((text, ticks) =>
        {
            var observed = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));
            var run = Some.Run([Some.Scenario(findings: [Some.Finding(observed: observed)]) with { Duration = TimeSpan.FromTicks(ticks.Get) }]);
            var read = Read(Write([run]).Result).Result[0].Scenarios[0];
            return read.Findings[0].Observed == observed && read.Duration.Ticks == ticks.Get;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task One_run_stands_at_the_top_and_several_under_runs()
    {
        var one = await Write([Some.Run()]);
        var several = await Write([Some.Run(), Some.Run(role: "標準準拠システム")]);

        one.Should().StartWith("{\n  \"schema\": 1,\n  \"run\": {").And.EndWith("}\n");
        several.Should().StartWith("{\n  \"schema\": 1,\n  \"runs\": [\n    {\n      \"schema\": 1,\n      \"run\": {");
        (await Read(several)).Select(run => run.Run.Role).Should().Equal("住登外者宛名番号管理機能", "標準準拠システム");
    }

    [Fact]
    public async Task Words_times_and_durations_are_spelled_as_the_format_says()
    {
        var scenario = Some.Scenario(verdict: VerdictKind.Inconclusive, cause: CauseKind.Specification, milliseconds: 1.25);
        var function = Some.Function(verdict: VerdictKind.NotVerified, requirement: RequirementClass.Optional);

        var json = await Write([Some.Run([scenario], [function])]);

        json.Should().Contain("\"started\": \"2026-04-06T01:23:45Z\"").And.Contain("\"finished\": \"2026-04-06T01:24:32.25Z\"")
            .And.Contain("\"class\": \"other\"").And.Contain("\"class\": \"optional\"").And.Contain("\"verdict\": \"notVerified\"")
            .And.Contain("\"cause\": \"specification\"").And.Contain("\"durationMs\": 1.25").And.Contain("\"basis\": \"official\"")
            .And.Contain("\"specification\": 1").And.Contain("氏名が上限を1文字超える");
    }

    [Fact]
    public async Task The_order_in_which_causes_were_counted_does_not_show()
    {
        var run = Some.Run();
        RunResult With(params CauseKind[] causes) =>
            run with { Summary = run.Summary with { Causes = causes.ToDictionary(cause => cause, _ => 1) } };

        var one = await Write([With(CauseKind.Product, CauseKind.Profile)]);

        one.Should().Be(await Write([With(CauseKind.Profile, CauseKind.Product)]));
    }

    [Fact]
    public async Task Half_a_character_becomes_the_replacement_character()
    {
        var json = await Write([Some.Run([Some.Scenario(name: "a\uD842b\uDFB7c\uD842\uDFB7")])]);

        (await Read(json))[0].Scenarios[0].Name.Should().Be("a\uFFFDb\uFFFDc\uD842\uDFB7");
    }

    [Theory]
    [InlineData("", "CF7001")]
    [InlineData("[]", "CF7001")]
    [InlineData("{\"schema\":1,\"run\":{}}", "CF7001")]
    [InlineData("{\"schema\":2,\"runs\":[]}", "CF7002")]
    [InlineData("{\"runs\":[]}", "CF7002")]
    [InlineData("null", "CF7002")]
    [InlineData("{\"schema\":1,\"runs\":[]}", "CF7003")]
    [InlineData("{\"schema\":1,\"runs\":[null]}", "CF7003")]
    [InlineData("{\"schema\":1}", "CF7003")]
    public async Task What_is_not_a_result_is_refused_with_its_code(string json, string code)
    {
        var reading = () => Read(json);

        var thrown = await reading.Should().ThrowAsync<BadInputException>();
        thrown.Which.Problems.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task A_wrong_word_is_refused_where_it_stands()
    {
        var json = (await Write([Some.Run()])).Replace("\"basis\": \"official\"", "\"basis\": \"hearsay\"", StringComparison.Ordinal);
        var line = json.Split('\n').ToList().FindIndex(text => text.Contains("hearsay", StringComparison.Ordinal)) + 1;

        var reading = () => Read(json);

        var problem = (await reading.Should().ThrowAsync<BadInputException>()).Which.Problems[0];
        problem.Line.Should().Be(line);
        problem.Fact.Should().Contain("$.scenarios[0].findings[0].basis");
    }

    [Fact]
    public async Task A_write_that_is_stopped_leaves_the_earlier_file()
    {
        using var folder = new EvidenceFolder();
        var path = Path.Combine(folder.Directory, "result.json");
        await ResultJson.WriteFileAsync(path, [Some.Run()]);
        var before = await File.ReadAllTextAsync(path);

        var stopped = () => ResultJson.WriteFileAsync(path, [Some.Run(product: "別の製品")], new CancellationToken(canceled: true));

        await stopped.Should().ThrowAsync<OperationCanceledException>();
        (await File.ReadAllTextAsync(path)).Should().Be(before);
        Directory.GetFiles(folder.Directory).Should().ContainSingle();
    }

    internal static async Task<string> Write(IReadOnlyList<RunResult> runs)
    {
        using var stream = new MemoryStream();
        await ResultJson.WriteAsync(runs, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<IReadOnlyList<RunResult>> Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return await ResultJson.ReadAsync(stream, "result.json");
    }
}
