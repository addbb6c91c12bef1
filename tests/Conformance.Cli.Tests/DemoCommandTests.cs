using System.Text.Json;
using System.Xml.Linq;

namespace Conformance.Cli.Tests;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_sound_references_of_all_standards_conform_and_the_results_are_written()
    {
        using var folder = new TemporaryFolder();

        var result = await ConformanceProgram.RunAsync("demo", "--driver", "api", "--out", folder.Path);

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        var runs = Some.Result(folder.Path).GetProperty("runs").EnumerateArray().ToList();
        runs.Select(run => run.GetProperty("run").GetProperty("role").GetString()).Should().Equal("住登外者宛名番号管理機能", "標準準拠システム", "標準準拠システム", "標準準拠システム", "標準準拠システム");
        runs.Select(run => run.GetProperty("run").GetProperty("standard").GetString()).Distinct().Should().BeEquivalentTo("031", "027", "001", "900");
        runs.Should().OnlyContain(run => run.GetProperty("run").GetProperty("verdict").GetString() == "conforms");
        runs.SelectMany(run => Some.Verdicts(run, "scenarios")).Should().NotContain("nonconforming");
        Some.Verdicts(runs[0], "functions").Should().HaveCount(12).And.OnlyContain(verdict => verdict == "conforms");
        XDocument.Load(folder["junit.xml"]).Descendants("testcase").Should().NotBeEmpty();
        (await File.ReadAllTextAsync(folder["report.html"])).Should().StartWith("<!").And.NotContain("src=\"http");
    }

    [Fact]
    public async Task A_lost_history_is_found_and_blamed_on_the_function_that_keeps_it()
    {
        using var folder = new TemporaryFolder();

        var result = await ConformanceProgram.RunAsync("demo", "--driver", "api", "--fault", "A44-lost-history", "--out", folder.Path);

        result.ExitCode.Should().Be(1, result.Output + result.Errors);
        var run = Only(Some.Result(folder.Path));
        run.GetProperty("functions").EnumerateArray().Where(function => function.GetProperty("verdict").GetString() == "nonconforming")
            .Select(function => function.GetProperty("id").GetString()).Should().Equal("0310022");
    }

    [Fact]
    public async Task Ctrl_C_ends_with_130_and_the_report_of_what_was_done_is_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGINT to send on Windows.");
        using var folder = new TemporaryFolder();
        await using var program = ConformanceProgram.Start("demo", "--driver", "api", "--parallel", "1", "--out", folder.Path);
        await program.LineAsync(line => line.StartsWith("住登外者宛名番号管理機能: ", StringComparison.Ordinal));

        program.Interrupt();
        var result = await program.EndAsync();

        result.ExitCode.Should().Be(130, result.Output + result.Errors);
        var run = Only(Some.Result(folder.Path));
        run.GetProperty("run").GetProperty("cancelled").GetBoolean().Should().BeTrue();
        run.GetProperty("run").GetProperty("verdict").GetString().Should().NotBe("conforms");
        Some.Verdicts(run, "scenarios").Should().Contain("conforms", "something was done before");
        File.Exists(folder["report.html"]).Should().BeTrue();
        File.Exists(folder["junit.xml"]).Should().BeTrue();
    }

    private static JsonElement Only(JsonElement result) => result.TryGetProperty("runs", out var runs) ? runs.EnumerateArray().Should().ContainSingle().Subject : result;
}
