using System.Text.Json;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;

namespace Conformance.Cli.Tests.Walks;

public sealed class RecordCommandTests
{
    private static readonly Dictionary<string, string> Operators = new() { ["CONFORMANCE_TEST_OPERATOR"] = "op1:pass" };

    private static string Profile(string target, string kind = "test") => $$"""
        # 手で書いた所
        product: {name: 製品, version: '1', vendor: 会社}
        standard: '031'
        edition: '2.1'
        roles: [住登外者宛名番号管理機能]
        class: 一般市区町村
        environment: {kind: {{kind}}, owner: 係, settings: read-only}
        declares: {functions: [], reason: この標準に標準オプション機能はない}
        business: '019'
        ui:
          base: {{target}}op/   # 最初の画面
          login: {open: /login, fill: {操作者ID: '${operator}', パスワード: '${password}'}, press: ログイン}
          operators: ['${env:CONFORMANCE_TEST_OPERATOR}', '${env:CONFORMANCE_TEST_OPERATOR}']
          items: {操作者ID: ~, 操作年月日: ~, 操作時刻: ~}
        # 終わり
        see: {deadline: 5 s, interval: 50 ms}

        """;

    [Fact]
    public async Task A_person_registers_and_searches_once_and_the_screens_are_mapped_and_can_be_replayed()
    {
        Assert.SkipWhen(BrowserFinder.Find() is null, "No Chromium, Chrome or Edge is installed: nobody can walk through screens.");
        using var folder = new TemporaryFolder();
        await using var reference = ConformanceProgram.Start("reference", "serve", "--app", "atena", "--port", "0");
        var target = (await reference.LineAsync(line => line.StartsWith("address", StringComparison.Ordinal))).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        var before = Profile(target);
        var profile = folder.Write("acme.profile.yaml", before);
        var port = PersonAtBrowser.FreePort();
        await using var program = ConformanceProgram.Start(Operators, "profile", "record", "--profile", profile, "--exchange", "付番", "--exchange", "照会", "--browser-port", port, "--out", folder["out"], "--yes");

        await using (var person = await PersonAtBrowser.SitDownAsync(program, port, "付番"))
        {
            await RegisterAsync(person);
            await person.AskedForAsync("照会");
            await SearchAsync(person);
        }

        var said = await program.EndAsync();
        var after = await File.ReadAllTextAsync(profile, TestContext.Current.CancellationToken);
        var replayed = await ReplayAsync(profile, folder["replay"], "付番");

        said.ExitCode.Should().Be(0, said.Output + said.Errors + after);
        (said.Output + said.Errors + after).Should().NotContain("op1:pass").And.NotContain("：pass");
        WithoutMappings(after).Should().Be(before);
        var ui = ProfileLoader.Load(profile).Ui!;
        ui.Exchanges["付番"].Should().Match<UiExchange>(one => one.Steps[0].Open == "新規登録" && one.Steps[0].Press == "登録" && one.Read.Table == "登録結果");
        ui.Exchanges["照会"].Read.Should().Match<UiRead>(read => read.Table == "検索結果" && read.Detail == "詳細" && read.Record == "住登外者宛名基本情報" && read.None == "該当する住登外者はいません。");
        ui.Exchanges["照会"].Conditions.Match.Should().Be("一致条件");
        (await ConformanceProgram.RunAsync("ledger", folder["out"])).Output.Should().Contain("住登外者宛名番号管理機能 付番");
        replayed.GetProperty("exit").GetInt32().Should().Be(0, replayed.ToString());
        replayed.GetProperty("exchanges")[0].GetProperty("steps").EnumerateArray().Should().Contain(step => step.GetProperty("name").GetString() == "氏名" && step.GetProperty("outcome").GetString() == "found");
    }

    [Fact]
    public async Task A_replay_names_the_step_and_the_label_that_are_not_there()
    {
        Assert.SkipWhen(BrowserFinder.Find() is null, "No Chromium, Chrome or Edge is installed: nobody can walk through screens.");
        using var folder = new TemporaryFolder();
        await using var reference = ConformanceProgram.Start("reference", "serve", "--app", "atena", "--port", "0");
        var target = (await reference.LineAsync(line => line.StartsWith("address", StringComparison.Ordinal))).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        var profile = folder.Write("acme.profile.yaml", Profile(target).Replace("# 終わり", "  付番: {open: 新規登録, press: 登録する, read: {table: 登録結果}}\n# 終わり", StringComparison.Ordinal));

        var replayed = await ReplayAsync(profile, folder["replay"], "付番");

        replayed.GetProperty("exit").GetInt32().Should().Be(3);
        var bad = replayed.GetProperty("exchanges")[0].GetProperty("steps").EnumerateArray().Should().ContainSingle(step => step.GetProperty("outcome").GetString() == "not-found").Subject;
        bad.GetProperty("name").GetString().Should().Be("登録する");
        bad.GetProperty("told").GetString().Should().Contain("登録");
    }

    [Theory]
    [InlineData("CF5017", "production", "付番", "")]
    [InlineData("CF5012", "test", "付番する", "")]
    [InlineData("CF6112", "test", "付番", "  付番: {open: A, press: B}\n")]
    [InlineData("CF6113", "test", "付番", "", "--replay")]
    [InlineData("CF6045", "test", "付番", "", "--role", "標準準拠システム")]
    public async Task What_cannot_be_recorded_is_told_before_a_browser_opens(string code, string kind, string exchange, string mapped, params string[] more)
    {
        using var folder = new TemporaryFolder();
        var profile = folder.Write("acme.profile.yaml", Profile("http://127.0.0.1:1/", kind).Replace("# 終わり", mapped + "# 終わり", StringComparison.Ordinal));

        var result = await ConformanceProgram.RunAsync(["profile", "record", "--profile", profile, "--exchange", exchange, "--out", folder["out"], .. more]);

        result.ExitCode.Should().Be(2, result.Output);
        result.Errors.Should().Contain(code);
        Directory.Exists(folder["out"]).Should().BeFalse();
    }

    private static async Task<JsonElement> ReplayAsync(string profile, string output, string exchange)
    {
        await using var program = ConformanceProgram.Start(Operators, "profile", "record", "--replay", "--profile", profile, "--exchange", exchange, "--out", output, "--mocks-port", "0", "--json");
        var result = await program.EndAsync();
        return JsonDocument.Parse(result.Output.Length > 0 ? result.Output : throw new InvalidDataException(result.Errors)).RootElement;
    }

    // What was put in, taken out again.
    private static string WithoutMappings(string text)
    {
        var start = text.IndexOf("  # 画面から記録した", StringComparison.Ordinal);
        return text.Remove(start, text.IndexOf("# 終わり", StringComparison.Ordinal) - start);
    }

    private static async Task RegisterAsync(PersonAtBrowser person)
    {
        await person.FollowAsync("新規登録");
        foreach (var item in new[] { "氏名", "氏名_フリガナ", "生年月日", "住所_都道府県", "住所_市区郡町村名", "住所_町字", "住所_番地号表記", "住所_郵便番号", "市区町村コード" })
        {
            await person.TypeAsync(item, await person.ValueAsync(item));
        }

        await person.ChooseAsync("性別", await person.ValueAsync("性別"));
        await person.PressAsync("登録");
        await person.MarkAsync("table");
    }

    private static async Task SearchAsync(PersonAtBrowser person)
    {
        await person.FollowAsync("検索");
        await person.TypeAsync("氏名", "だれでもない");
        await person.PressAsync("検索");
        await person.TypeAsync("氏名", await person.ValueAsync("氏名"));
        await person.PressAsync("検索");
        await person.FollowAsync("詳細");
        await person.MarkAsync("table");
    }
}
