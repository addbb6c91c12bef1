using Conformance.Drivers.Profiles;
using Conformance.Drivers.Recording;
using Conformance.Drivers.Tests.Miniatures;
using Conformance.Drivers.Ui;
using Microsoft.Playwright;

namespace Conformance.Drivers.Tests.Recording;

public sealed class ScreenRecorderTests
{
    private static readonly WalkSubject Register = new("付番", ["氏名", "氏名_フリガナ", "性別", "生年月日", "備考"], [], Reads: false,
        new Dictionary<string, string> { ["氏名"] = "見本　太郎", ["氏名_フリガナ"] = "ミホン　タロウ", ["生年月日"] = "1990-01-31", ["性別"] = "1" },
        new Dictionary<string, IReadOnlyDictionary<string, string>>());

    [Fact]
    public async Task A_walk_with_a_confirmation_is_recorded_and_a_run_goes_the_same_way()
    {
        SkipWithoutBrowser();
        await using var product = await MiniatureScreens.StartAsync();
        await using var target = Open(Profile(product.Address, "login: {open: /login, fill: {利用者ID: '${operator}', パスワード: '${password}'}, press: ログイン}"));
        await using var recorder = await target.Ui!.RecordAsync(TestContext.Current.CancellationToken);
        await recorder.BeginAsync(TestContext.Current.CancellationToken);
        var page = recorder.Windows.Pages[0];

        await page.GetByRole(AriaRole.Link, new() { Name = "新規登録" }).ClickAsync();
        await page.Locator("[name=氏名]").FillAsync("見本　太郎");
        await page.Locator("[name=氏名_フリガナ]").FillAsync("ミホン　タロウ");
        await page.Locator("[name=性別]").SelectOptionAsync("1");
        await page.Locator("[name=生年月日]").FillAsync("平成2年1月31日");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する" }).ClickAsync();
        await page.Locator("caption").ClickAsync(new() { Modifiers = [KeyboardModifier.Alt] });
        var seen = await SightsAsync(recorder);
        var recorded = await recorder.MapAsync(Register, new WalkAnswers(), TestContext.Current.CancellationToken);

        recorder.SignInTrouble.Should().BeNull();
        seen.Where(sight => sight.Kind == PlayedKind.Fill).Select(sight => sight.Name).Should().BeEquivalentTo("氏名", "カナ氏名", "性別", "生年月日");
        recorded.Doubts.Should().BeEmpty();
        UiExchangeText.Lines(recorded.Mapping).Should().Equal("open: 新規登録", "press: 確認", "confirm: 登録する", "items: {氏名_フリガナ: カナ氏名}", "as: {性別: {'1': 男, '2': 女}, 生年月日: 和暦}", "read: {table: 登録結果}");
        (await recorder.FindAgainAsync(target.Profile.Ui! with { Exchanges = new Dictionary<string, UiExchange> { ["付番"] = recorded.Mapping } }, "付番", TestContext.Current.CancellationToken)).Should().BeNull();
        (await PlayedAsync(product.Address, recorded.Mapping)).Should().Be(Outcome.Accepted);
        product.People.Should().Be(2);
    }

    [Fact]
    public async Task What_is_typed_as_a_password_or_is_a_secret_of_the_profile_is_nowhere()
    {
        SkipWithoutBrowser();
        await using var product = await MiniatureApi.StartAsync(async (asked, context) => await MiniatureApi.Answer(context, 200,
            "<!doctype html><meta charset=utf-8><title>x</title><h1>入力</h1><form><label>暗証 <input name=a></label><label>担当 <input name=b></label><button>登録</button></form><p role=status>済み</p>", "text/html;charset=utf-8"));
        await using var target = Open(Profile(product.Address, ""));
        await using var recorder = await target.Ui!.RecordAsync(TestContext.Current.CancellationToken);
        await recorder.BeginAsync(TestContext.Current.CancellationToken);
        var page = recorder.Windows.Pages[0];

        await page.GetByLabel("暗証").FillAsync("himitsu-1");
        await page.GetByLabel("担当").FillAsync("窓口");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Status).ClickAsync(new() { Modifiers = [KeyboardModifier.Alt] });
        _ = await SightsAsync(recorder);
        var answers = new WalkAnswers();
        _ = await recorder.MapAsync(Register, answers, TestContext.Current.CancellationToken);
        answers.Pending.ToList().ForEach(asked => answers.Answer(asked.Question, asked.Choices.Count - 2));
        var recorded = await recorder.MapAsync(Register, answers, TestContext.Current.CancellationToken);

        recorded.Mapping.Steps[0].Set.Should().Equal(new Dictionary<string, string> { ["担当"] = "窓口" });
        recorded.Doubts.Should().ContainSingle(doubt => doubt.Place == "欄「暗証」").Which.What.Ja.Should().Contain("秘密");
        Newtonsoft.Json.JsonConvert.SerializeObject(new { recorded.Mapping, recorded.Notes, recorded.Doubts, recorded.Shown }).Should().NotContain("himitsu-1");
    }

    [Fact]
    public async Task Work_in_a_frame_and_in_a_window_that_opens_by_itself_is_recorded_too()
    {
        SkipWithoutBrowser();
        await using var product = await MiniatureApi.StartAsync(async (asked, context) => await MiniatureApi.Answer(context, 200, "<!doctype html><meta charset=utf-8><title>x</title>" + context.Request.Path.Value switch
        {
            "/op/inner" => "<label>氏名 <input></label><button onclick=\"window.open('/op/result')\">登録</button>",
            "/op/result" => "<h1>完了</h1><p role=status>登録しました。</p>",
            _ => "<h1>枠</h1><iframe src=/op/inner></iframe>",
        }, "text/html;charset=utf-8"));
        await using var target = Open(Profile(new Uri(product.Address, "op/"), ""));
        await using var recorder = await target.Ui!.RecordAsync(TestContext.Current.CancellationToken);
        await recorder.BeginAsync(TestContext.Current.CancellationToken);
        var page = recorder.Windows.Pages[0];
        var inner = page.FrameLocator("iframe");

        await inner.GetByLabel("氏名").FillAsync("見本　太郎");
        var popup = await page.RunAndWaitForPopupAsync(() => inner.GetByRole(AriaRole.Button).ClickAsync());
        await popup.GetByRole(AriaRole.Status).WaitForAsync();
        await popup.GetByRole(AriaRole.Status).ClickAsync(new() { Modifiers = [KeyboardModifier.Alt] });
        while ((await recorder.NextAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1)))!.Kind != PlayedKind.Read)
        {
        }

        var recorded = await recorder.MapAsync(Register, new WalkAnswers(), TestContext.Current.CancellationToken);

        recorded.Doubts.Should().BeEmpty();
        UiExchangeText.Lines(recorded.Mapping).Should().Equal("open: /", "fill: [氏名]", "press: 登録", "read: {role: status}");
    }

    [Fact]
    public async Task A_window_that_is_closed_half_way_leaves_what_was_done_until_then()
    {
        SkipWithoutBrowser();
        await using var product = await MiniatureScreens.StartAsync();
        await using var target = Open(Profile(product.Address, "login: {open: /login, fill: {利用者ID: '${operator}', パスワード: '${password}'}, press: ログイン}"));
        await using var recorder = await target.Ui!.RecordAsync(TestContext.Current.CancellationToken);
        await recorder.BeginAsync(TestContext.Current.CancellationToken);
        var page = recorder.Windows.Pages[0];

        await page.GetByRole(AriaRole.Link, new() { Name = "新規登録" }).ClickAsync();
        await page.Locator("[name=氏名]").FillAsync("見本　太郎");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する" }).WaitForAsync();
        await page.CloseAsync();
        var seen = await SightsAsync(recorder);
        var draft = recorder.Draft(Register);

        seen.Should().HaveCount(3);
        draft.Mapping.Steps[0].Should().Match<UiStep>(step => step.Open == "新規登録" && step.Press == "確認");
        draft.Doubts.Should().ContainSingle().Which.What.Ja.Should().Contain("前に終わった");
    }

    // Until the result is marked, or the last window is closed.
    private static async Task<List<WalkSight>> SightsAsync(ScreenRecorder recorder)
    {
        var seen = new List<WalkSight>();
        while (await recorder.NextAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1)) is { } sight && !sight.IsResult)
        {
            seen.Add(sight);
        }

        return seen;
    }

    private static async Task<Outcome> PlayedAsync(Uri product, UiExchange mapping)
    {
        var profile = Profile(product, "login: {open: /login, fill: {利用者ID: '${operator}', パスワード: '${password}'}, press: ログイン}");
        await using var target = TargetSession.Open(profile with { Ui = profile.Ui! with { Exchanges = new Dictionary<string, UiExchange> { ["付番"] = mapping } } }, Options(null));
        return (await target.Ui!.PerformAsync(new FunctionCall("付番", new Dictionary<string, string?> { ["氏名"] = "見本　花子", ["氏名_フリガナ"] = "ミホン　ハナコ", ["性別"] = "2", ["生年月日"] = "1991-02-03" }), TestContext.Current.CancellationToken)).Outcome;
    }

    private static TargetSession Open(Profile profile) => TargetSession.Open(profile, Options(new BrowserWindow(0)));

    private static TargetOptions Options(BrowserWindow? window) => new()
    {
        Surfaces = Surfaces.Ui,
        Secrets = new Secrets(name => name == "OP" ? "tanto:himitsu-1" : null),
        Window = window,
    };

    private static Profile Profile(Uri start, string login) => ProfileLoader.Parse($$"""
        product: {name: 製品, version: '1', vendor: 会社}
        standard: '031'
        edition: '2.1'
        roles: [役割]
        class: 一般市区町村
        environment: {kind: test, owner: 係, settings: read-only}
        declares: {functions: [], reason: なし}
        ui:
          base: {{start}}
          operators: ['${env:OP}']
          {{login}}
        """, "a.profile.yaml");

    private static void SkipWithoutBrowser() => Assert.SkipWhen(BrowserFinder.Find() is null, "No Chromium, Chrome or Edge is installed: nobody can walk through screens.");
}
