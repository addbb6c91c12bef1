using System.Text.Json;

namespace Conformance.Cli.Tests;

public sealed class ProfileLintCommandTests
{
    [Theory]
    [InlineData("031-kanri.profile.yaml")]
    [InlineData("031-kikan.profile.yaml")]
    public async Task The_profiles_that_are_shipped_have_no_problems(string name)
    {
        var result = await ConformanceProgram.RunAsync("profile", "lint", Path.Combine(ConformanceProgram.Home, "cli", "Demo", name), "--set", "target=http://127.0.0.1:1/");

        result.ExitCode.Should().Be(0, result.Errors);
        result.Output.Should().Contain("問題なし");
    }

    [Fact]
    public async Task What_does_not_fit_the_standard_has_its_place_and_what_is_not_mapped_its_class()
    {
        using var folder = new TemporaryFolder();
        var text = string.Join('\n', Some.Profile(new Uri("http://127.0.0.1:1/")).Split('\n').Where(line => !line.StartsWith("  履歴照会:", StringComparison.Ordinal)).TakeWhile(line => line != "ui:"));
        var profile = folder.Write("odd.profile.yaml", text.TrimEnd() + "\n  照合: {post: /x}\n");

        var result = await ConformanceProgram.RunAsync("profile", "lint", profile);
        var json = JsonDocument.Parse((await ConformanceProgram.RunAsync("profile", "lint", profile, "--json")).Output).RootElement;

        result.ExitCode.Should().Be(2);
        result.Errors.Should().MatchRegex(@"^CF5012 .*odd\.profile\.yaml\(\d+,\d+\): .*照合");
        var gap = json.GetProperty("unmapped").EnumerateArray().Should().ContainSingle().Subject;
        gap.GetProperty("exchange").GetString().Should().Be("履歴照会");
        gap.GetProperty("class").GetString().Should().Be("mandatory");
        gap.GetProperty("surface").GetString().Should().Be("api");
        gap.GetProperty("units").EnumerateArray().Select(unit => unit.GetString()).Should().Contain("0310022");
    }
}
