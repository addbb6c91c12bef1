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

    [Fact]
    public async Task Screens_of_which_nothing_is_read_are_told_with_what_stays_inconclusive_because_of_it()
    {
        using var folder = new TemporaryFolder();
        var shipped = await File.ReadAllTextAsync(Path.Combine(ConformanceProgram.Home, "cli", "Demo", "900.profile.yaml"), TestContext.Current.CancellationToken);
        var profile = folder.Write("unread.profile.yaml", shipped.Replace("${target}", "http://127.0.0.1:1/", StringComparison.Ordinal)
            .Replace("申請登録: {open: 申請の登録, press: 登録, read: {table: 結果, items: {申請の状態: 状況}}}", "申請登録: {open: 申請の登録, press: 登録}", StringComparison.Ordinal)
            .Replace("加算額設定: {open: 加算額の設定, press: 設定, read: {table: 結果}}", "加算額設定: {open: 加算額の設定, press: 設定}", StringComparison.Ordinal));

        var unread = JsonDocument.Parse((await ConformanceProgram.RunAsync("profile", "lint", profile, "--json")).Output).RootElement.GetProperty("unread");

        // The other one writes, and nothing of its answer is needed later.
        unread.EnumerateArray().Select(gap => gap.GetProperty("exchange").GetString()).Should().Equal("申請登録");
        (await ConformanceProgram.RunAsync("profile", "lint", profile)).Output.Should().Contain("read:").And.Contain("申請登録: ").And.Contain("問題なし");
    }
}
