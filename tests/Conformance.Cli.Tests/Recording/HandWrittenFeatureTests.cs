using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Conformance.Cli.Tests.Recording;

/// <summary>Features that somebody wrote or changed by hand, run on the reference application of the example benefit.</summary>
public sealed class HandWrittenFeatureTests : IDisposable
{
    private const string Token = "written0token0written0token0";
    private const string Head = "# language: ja\n@業務:900 @版:0.1 @役割:標準準拠システム\n機能: 手で書いたもの\n\n";

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> environment = new() { ["CONFORMANCE_DEMO_CORE_TOKEN"] = Token };

    public HandWrittenFeatureTests()
    {
        // A project of its own: the standard as it is, and the features of the test.
        var standard = Path.Combine(ConformanceProgram.Home, "standards", "900-shikyu-rei");
        foreach (var file in Directory.GetFiles(standard, "*", SearchOption.AllDirectories))
        {
            var copy = folder["home", "standards", "900-shikyu-rei", Path.GetRelativePath(standard, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateDirectory(Features);
        environment["CONFORMANCE_HOME"] = folder["home"];
    }

    private string Features => folder["home", "features", "900-shikyu-rei", "0.1", "shikyu"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_wrong_is_named_with_place_and_remedy_the_rest_runs_and_the_harness_is_at_fault()
    {
        Write("broken", "  シナリオ: [a.broken] 途中で終わる\n    前提 申請者「甲」がいる\n    この行はステップではない\n");
        Write("lacking", "  @機能:支給-1.1.1 @api\n  シナリオ: [a.lacking] 列が足りない\n    前提 申請者「甲」がいる\n    もし 「甲」について次の内容で「申請登録」を行う\n      | 項目 |\n      | 氏名 |\n    ならば 機能「支給-1.1.1」（例示）: 受け付けられる\n");
        Write("unknown", "  @機能:支給-1.1.1 @api\n  シナリオ: [a.unknown] 定義のないステップ\n    前提 申請者「甲」が空を飛ぶ\n");
        Write("sound", Sound);
        await using var reference = await ReferenceAsync("");

        var result = await ConformanceProgram.Start(environment, Arguments()).EndAsync();

        result.ExitCode.Should().Be(4, result.Output + result.Errors);
        result.Errors.Should().MatchRegex(@"CF4001 900-shikyu-rei/0\.1/shikyu/broken\.feature\(7,5\): .*この行はステップではない.*").And.MatchRegex(@"CF4112 900-shikyu-rei/0\.1/shikyu/lacking\.feature\(8,5\): .*「?値.*");
        var run = Some.Result(folder["out"]);
        run.GetProperty("run").GetProperty("verdict").GetString().Should().Be("inconclusive");
        run.GetProperty("run").GetProperty("harnessFaults").EnumerateArray().Select(fault => fault.GetString()![..6]).Should().BeEquivalentTo("CF4001", "CF4112");
        Scenario(run, "a.sound").Should().Be(("conforms", null, null));
        Scenario(run, "a.lacking").Should().Match<(string? Verdict, string? Cause, string? Reason)>(one => one.Verdict == "inconclusive" && one.Cause == "harness");
        Scenario(run, "a.unknown").Reason.Should().Contain("unknown.feature(7,5)").And.Contain("[Given(");

        var dry = await ConformanceProgram.Start(environment, [.. Arguments(), "--dry-run"]).EndAsync();
        dry.ExitCode.Should().Be(4);
        dry.Output.Should().Contain("CF4001 ").And.Contain("unknown.feature(7,5)").And.Contain("[Given(");
    }

    [Fact]
    public async Task A_scenario_that_waits_goes_on_in_another_process_with_what_it_knew()
    {
        Write("night", "  @機能:支給-2.1.3 @api\n  シナリオ: [a.night] 夜間の決定\n    前提 申請者「甲」がいる\n    かつ 「甲」について「加算額設定」が行われている\n    かつ 「甲」について「申請登録」が行われている\n    もし 「決定」が行われる\n    ならば 機能「支給-2.1.3」（例示）: 「申請照会」で「甲」の「申請の状態」が「支給決定」になる\n");
        await using var reference = await ReferenceAsync("batches: {決定: 待機}\n");

        var first = await ConformanceProgram.Start(environment, Arguments()).EndAsync();
        first.ExitCode.Should().Be(5, first.Output + first.Errors);
        Scenario(Some.Result(folder["out"]), "a.night").Should().Be(("inconclusive", "environment", "待機: 「決定」 has to run first."));
        var registered = Steps("a.night");

        await DecideAsync();
        var second = await ConformanceProgram.Start(environment, "run", "--continue", folder["out"], "--mocks-port", "0").EndAsync();

        second.ExitCode.Should().Be(3, second.Output + second.Errors);
        Scenario(Some.Result(folder["out"]), "a.night").Should().Be(("conforms", null, null));
        Steps("a.night").Take(3).Should().Equal(registered.Take(3), "what was done before it waited is not done again");
    }

    [Fact]
    public async Task What_a_person_would_do_may_be_a_batch_and_the_run_goes_on_where_its_folder_has_moved_to_but_not_under_another_standard()
    {
        Write("night", "  @機能:支給-2.1.3 @api\n  シナリオ: [a.night] 夜間の決定\n    前提 申請者「甲」がいる\n    かつ 「甲」について「加算額設定」が行われている\n    かつ 「甲」について「申請登録」が行われている\n    もし 「甲」について「決定」を行う\n    ならば 機能「支給-2.1.3」（例示）: 「申請照会」で「甲」の「申請の状態」が「支給決定」になる\n"
            + "\n  @機能:支給-2.1.1 @api\n  シナリオ: [a.answer] バッチの答え\n    前提 申請者「甲」がいる\n    もし 「甲」について「決定」を行う\n    ならば 機能「支給-2.1.1」（例示）: 受け付けられる\n");
        await using var reference = await ReferenceAsync("batches: {決定: {by: 待機, ask: 運用端末で JOB051 を流す}}\n");
        (await ConformanceProgram.Start(environment, Arguments()).EndAsync()).ExitCode.Should().Be(5);
        (await ConformanceProgram.RunAsync("status", folder["out"])).Output.Should().Contain("担当者へ：運用端末で JOB051 を流す");
        await DecideAsync();

        // Elsewhere: the folder without the profile, then beside it.
        Directory.CreateDirectory(folder["there"]);
        Directory.Move(folder["out"], folder["there", "out"]);
        File.Move(folder["900.profile.yaml"], folder["there", "mine.yaml"]);
        string[] onward = ["run", "--continue", folder["there", "out"], "--mocks-port", "0"];
        (await ConformanceProgram.Start(environment, onward).EndAsync()).Errors.Should().StartWith("CF6072").And.Contain("--profile");
        var log = await File.ReadAllTextAsync(folder["there", "out", "log", "shikyu.ndjson"], TestContext.Current.CancellationToken);
        var items = folder["home", "standards", "900-shikyu-rei", "0.1", "data-items.csv"];
        var before = await File.ReadAllBytesAsync(items, TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(items, "\n", TestContext.Current.CancellationToken);
        (await ConformanceProgram.Start(environment, [.. onward, "--profile", folder["there", "mine.yaml"]]).EndAsync()).Errors.Should().StartWith("CF6072").And.Contain("The standard 900");
        (await File.ReadAllTextAsync(folder["there", "out", "log", "shikyu.ndjson"], TestContext.Current.CancellationToken)).Should().StartWith(log, "nothing is lost");
        await File.WriteAllBytesAsync(items, before, TestContext.Current.CancellationToken);

        var result = await ConformanceProgram.Start(environment, [.. onward, "--profile", folder["there", "mine.yaml"]]).EndAsync();

        result.ExitCode.Should().Be(3, result.Output + result.Errors);
        var run = Some.Result(folder["there", "out"]);
        Scenario(run, "a.night").Should().Be(("conforms", null, null));
        Scenario(run, "a.answer").Verdict.Should().Be("notVerified", "nobody saw what the batch answered");
    }

    [Fact]
    public async Task A_batch_whose_command_fails_has_not_run_and_is_blamed_on_nobody()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The command is one of a POSIX shell.");
        Write("night", "  @機能:支給-2.1.3 @api\n  シナリオ: [a.night] 夜間の決定\n    前提 申請者「甲」がいる\n    もし 「決定」が行われる\n    ならば 機能「支給-2.1.3」（例示）: 「申請照会」で「甲」の「申請の状態」が「支給決定」になる\n");
        await using var reference = await ReferenceAsync("batches: {決定: {by: コマンド, run: [./night.sh]}}\n");
        var night = folder.Write("night.sh", "#!/bin/sh\necho 夜間処理は停止中\nexit 3\n");
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(night, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }


        (await ConformanceProgram.Start(environment, Arguments()).EndAsync()).ExitCode.Should().Be(3);

        var scenario = Scenario(Some.Result(folder["out"]), "a.night");
        scenario.Should().Match<(string? Verdict, string? Cause, string? Reason)>(one => one.Verdict == "inconclusive" && one.Cause == "environment");
        scenario.Reason.Should().Contain("exit code 3").And.Contain("夜間処理は停止中");
    }

    [Theory]
    [InlineData("folder: put-out", "put-out", "")]
    [InlineData("storage: data/", "drop/renkei/data", "neighbours: {オブジェクトストレージ: {file-drop: drop}}\n")]
    public async Task Whoever_goes_on_before_the_night_has_put_anything_out_is_told_so_and_nobody_is_blamed(string place, string lies, string neighbours)
    {
        Write("night", "  @機能:支給-5.1.1 @api\n  シナリオ: [a.output] 夜間の出力\n    前提 申請者「甲」がいる\n    かつ 「甲」について「申請登録」が行われている\n    もし 「全件データ出力」が行われる\n    ならば 機能「支給-5.1.1」（例示）: 出力されたデータに「甲」がある\n");
        await using var reference = await ReferenceAsync("batches: {全件データ出力: 待機}\n" + neighbours);
        var profile = await File.ReadAllLinesAsync(folder["900.profile.yaml"], TestContext.Current.CancellationToken);
        folder.Write("900.profile.yaml", string.Join('\n', profile.Where(line => !line.StartsWith("  全件データ", StringComparison.Ordinal)).Select(line => line == "outputs:" ? "outputs: {全件データ出力: {" + place + ", set: '_([0-9]{14}_[0-9]+)', groups: {申請: 'shinsei_*', 加算額: 'kasangaku_*', 決定: 'kettei_*', 申請履歴: 'rireki_*'}}}" : line)));
        var night = Directory.CreateDirectory(folder[lies]);
        await PutOutAsync(night.FullName);
        (await ConformanceProgram.Start(environment, Arguments()).EndAsync()).ExitCode.Should().Be(5);
        string[] onward = ["run", "--continue", folder["out"], "--mocks-port", "0"];

        var early = await ConformanceProgram.Start(environment, onward).EndAsync();
        early.ExitCode.Should().Be(5, early.Output + early.Errors);
        early.Output.Should().Contain("「全件データ出力」がまだ行われていない").And.Contain(place[(place.LastIndexOf(' ') + 1)..]);
        await PutOutAsync(night.FullName);
        var result = await ConformanceProgram.Start(environment, onward).EndAsync();

        Scenario(Some.Result(folder["out"]), "a.output").Should().Be(("conforms", null, null), result.Output + result.Errors);
    }

    [Fact]
    public async Task What_was_put_out_into_an_object_storage_that_ended_with_its_process_is_said_to_be_gone()
    {
        Write("night", "  @機能:支給-5.1.1 @api\n  シナリオ: [a.output] 夜間の出力\n    前提 申請者「甲」がいる\n    もし 「全件データ出力」が行われる\n    ならば 機能「支給-5.1.1」（例示）: 出力されたデータに「甲」がある\n");
        await using var reference = await ReferenceAsync("batches: {全件データ出力: 待機}\n");
        var profile = await File.ReadAllLinesAsync(folder["900.profile.yaml"], TestContext.Current.CancellationToken);
        folder.Write("900.profile.yaml", string.Join('\n', profile.Where(line => !line.StartsWith("  全件データ", StringComparison.Ordinal)).Select(line => line == "outputs:" ? "outputs: {全件データ出力: {storage: data/}}" : line)));
        (await ConformanceProgram.Start(environment, Arguments()).EndAsync()).ExitCode.Should().Be(5);

        await ConformanceProgram.Start(environment, ["run", "--continue", folder["out"], "--mocks-port", "0"]).EndAsync();

        var scenario = Scenario(Some.Result(folder["out"]), "a.output");
        (scenario.Verdict, scenario.Cause).Should().Be(("inconclusive", "mock"), scenario.Reason);
        scenario.Reason.Should().Contain("--hold").And.Contain("file-drop");
    }

    private const string Sound = "  @機能:支給-1.1.1 @api\n  シナリオ: [a.sound] 登録\n    前提 申請者「甲」がいる\n    もし 「甲」について「申請登録」を行う\n    ならば 機能「支給-1.1.1」（例示）: 受け付けられる\n";

    private void Write(string name, string scenarios) => File.WriteAllText(Path.Combine(Features, name + ".feature"), Head + scenarios);

    private string[] Arguments() => ["run", "--profile", folder["900.profile.yaml"], "--driver", "api", "--mocks-port", "0", "--out", folder["out"]];

    private async Task<ConformanceProgram> ReferenceAsync(string more)
    {
        var reference = ConformanceProgram.Start("reference", "serve", "--app", "shikyu", "--port", "0", "--token", Token);
        var address = (await reference.LineAsync(line => line.StartsWith("address", StringComparison.Ordinal))).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        folder.Write("target", address);
        var profile = await File.ReadAllTextAsync(Path.Combine(ConformanceProgram.Home, "cli", "Demo", "900.profile.yaml"));
        profile = profile[..profile.IndexOf("\nui:", StringComparison.Ordinal)].Replace("${target}", address, StringComparison.Ordinal) + "\n";
        folder.Write("900.profile.yaml", more.Length == 0 ? profile : profile.Replace("  決定: {post: /api/kettei}\n", "", StringComparison.Ordinal) + more);
        return reference;
    }

    // What the product's own batch does at night.
    private async Task DecideAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(await File.ReadAllTextAsync(folder["target"])) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var found = await client.PostAsJsonAsync("api/shinsei-shokai", new { });
        var number = JsonDocument.Parse(await found.Content.ReadAsStringAsync()).RootElement.ToString() is var text && text.IndexOf("\"shinseibango\":\"", StringComparison.Ordinal) is var at && at >= 0
            ? text[(at + "\"shinseibango\":\"".Length)..].Split('"')[0]
            : throw new InvalidOperationException(text);
        using var decided = await client.PostAsJsonAsync("api/kettei", new { shinseibango = number, ketteikubun = "1" });
        decided.IsSuccessStatusCode.Should().BeTrue(await decided.Content.ReadAsStringAsync());
    }

    // The output of all data, laid into a folder.
    private async Task PutOutAsync(string into)
    {
        using var client = new HttpClient { BaseAddress = new Uri(await File.ReadAllTextAsync(folder["target"])) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var said = await client.PostAsJsonAsync("api/data-shutsuryoku", new { });
        foreach (var file in JsonDocument.Parse(await said.Content.ReadAsStringAsync()).RootElement.GetProperty("result").EnumerateArray().Select(row => row.GetProperty("shutsuryokufile").GetString()!))
        {
            await File.WriteAllBytesAsync(Path.Combine(into, file), await client.GetByteArrayAsync("api/data-shutsuryoku/" + file));
        }
    }

    private static (string? Verdict, string? Cause, string? Reason) Scenario(JsonElement run, string id)
    {
        var scenario = run.GetProperty("scenarios").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        return (scenario.GetProperty("verdict").GetString(), scenario.GetProperty("cause").GetString(), scenario.GetProperty("reason").GetString());
    }

    /// <summary>Each step with the evidence of it.</summary>
    private List<string> Steps(string id) => [.. Some.Result(folder["out"]).GetProperty("scenarios").EnumerateArray()
        .Single(one => one.GetProperty("id").GetString() == id).GetProperty("steps").EnumerateArray()
        .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.GetProperty("text")} {step.GetProperty("evidence")}"))];
}
