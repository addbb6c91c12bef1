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
        File.Copy(profile, "/tmp/rectry/recorded.yaml", true);
        said.ExitCode.Should().Be(0, said.Output + said.Errors + after);
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
