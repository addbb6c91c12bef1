using Conformance.Drivers.Profiles;
using Conformance.Drivers.Tests.Miniatures;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Tests;

public sealed class UiDriverTests(UiDriverTests.Browser browser) : IClassFixture<UiDriverTests.Browser>
{
    private const string Screens = """
        login:
          open: /login
          fill: {利用者ID: '${operator}', パスワード: '${password}'}
          press: ログイン
        operators: ['${env:OP1}', {name: tanto2, password: '${env:PW2}'}]
        timeouts: {page: 5 s, action: 1500 ms}
        items: {操作者ID: ~, 氏名_フリガナ: カナ氏名, 宛名番号: 宛名番号}
        as: {性別: {'1': 男, '2': 女}, 生年月日: 和暦}
        付番:
          open: 住登外者 > 新規登録
          press: 確認
          confirm: 登録する
          read: {role: status, table: 登録結果, items: {宛名番号: 住登外者宛名番号}, match: {履歴番号: '履歴番号は(\d+)'}}
        照会:
          open: 住登外者 > 検索
          conditions: {match: 一致条件}
          press: 検索
          read: {table: 検索結果, detail: 詳細, record: 住登外者宛名基本情報, next: 次へ, none: 該当する住登外者はいません, items: {宛名番号: 住登外者宛名番号}}
        変更:
          steps:
          - &search {open: 住登外者 > 検索, fill: [宛名番号], press: 検索}
          - &detail {in: 検索結果, row: 宛名番号, press: 詳細}
          - {press: 変更, absent: refused}
          - {fill: all, press: 登録}
          read: {role: status}
        履歴照会:
          steps: [*search, *detail, {press: 履歴}]
          read: {table: 更新履歴}
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_profile_does_not_say_how_to_read_is_not_taken_for_nothing_shown()
    {
        await using var product = await MiniatureScreens.StartAsync();
        product.Add(("氏名", "佐藤　一郎"));
        await using var session = Open(product, Screens.Replace("  read: {table: 検索結果, detail: 詳細, record: 住登外者宛名基本情報, next: 次へ, none: 該当する住登外者はいません, items: {宛名番号: 住登外者宛名番号}}\n", "", StringComparison.Ordinal));

        var seen = await session.Ui!.PerformAsync(Some.Call("照会", ("氏名", "佐藤　一郎")), Stop);

        (seen.Outcome, seen.Unread, seen.Records.Count).Should().Be((Outcome.Accepted, true, 0));
    }

    [Fact]
    public async Task A_form_with_a_confirmation_page_is_filled_in_by_labels_and_read_back()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product);

        var seen = await session.Ui!.PerformAsync(
            Some.Call("付番", ("氏名", "佐藤　一郎"), ("氏名_フリガナ", "サトウ　イチロウ"), ("性別", "2"), ("生年月日", "1989-01-07"), ("送付", "する"), ("備考", null), ("操作者ID", "9")), Stop);

        seen.Outcome.Should().Be(Outcome.Accepted, Text(seen));
        seen.Records[0].Should().Contain("宛名番号", "000000000000001").And.Contain("氏名", "佐藤　一郎");
        seen.Records[1].Should().Contain("履歴番号", "1");
        seen.Status.Should().BeNull();
        var exchange = seen.Exchanges.Should().ContainSingle().Which;
        exchange.Title.Should().Be("完了");
        exchange.Request.Should().Contain("氏名 = 佐藤　一郎").And.Contain("生年月日 = 昭和64年1月7日").And.Contain("押す: 登録する").And.NotContain("操作者");
        exchange.Screenshot.Should().StartWith([0x89, (byte)'P', (byte)'N', (byte)'G']);
    }

    [Fact]
    public async Task A_search_reads_the_table_page_by_page_and_every_detail()
    {
        await using var product = await MiniatureScreens.StartAsync();
        for (var i = 1; i <= 3; i++)
        {
            product.Add(("氏名", $"田中　{i}"), ("氏名_フリガナ", "タナカ"), ("性別", "1"), ("生年月日", "令和元年5月1日"), ("備考", "あ い"));
        }

        product.Add(("氏名", "別人"));
        await using var session = Open(product);

        var seen = await session.Ui!.PerformAsync(Inquiry("田中", SearchMatch.Partial), Stop);

        seen.Records.Should().HaveCount(3);
        seen.Records[2].Should().Contain("宛名番号", "000000000000003").And.Contain("氏名", "田中　3").And.Contain("氏名_フリガナ", "タナカ")
            .And.Contain("性別", "1").And.Contain("生年月日", "2019-05-01").And.Contain("備考", "あ い").And.Contain("郵便番号", "").And.NotContainKey("操作");
        seen.Exchanges.Should().HaveCount(4).And.OnlyContain(e => e.Surface == "ui" && e.Screenshot != null);
    }

    [Fact]
    public async Task An_exact_search_and_one_that_finds_nothing()
    {
        await using var product = await MiniatureScreens.StartAsync();
        product.Add(("氏名", "田中"));
        product.Add(("氏名", "田中　二"));
        await using var session = Open(product);

        (await session.Ui!.PerformAsync(Inquiry("田中", SearchMatch.Exact), Stop)).Records.Should().ContainSingle();
        var none = await session.Ui.PerformAsync(Inquiry("鈴木", SearchMatch.Exact), Stop);

        none.Outcome.Should().Be(Outcome.Accepted);
        none.Records.Should().BeEmpty();
    }

    [Fact]
    public async Task A_record_is_found_by_its_number_changed_and_its_history_read()
    {
        await using var product = await MiniatureScreens.StartAsync();
        product.Add(("氏名", "田中　一"));
        var number = product.Add(("氏名", "田中　二"), ("性別", "1"));
        await using var session = Open(product);

        var changed = await session.Ui!.PerformAsync(Some.Call("変更", ("宛名番号", number), ("氏名", "山田　二"), ("性別", "2")), Stop);
        var history = await session.Ui.PerformAsync(Some.Call("履歴照会", ("宛名番号", number)), Stop);

        changed.Outcome.Should().Be(Outcome.Accepted, Text(changed));
        history.Records.Select(r => $"{r["履歴番号"]} {r["氏名"]}").Should().Equal("1 田中　二", "2 山田　二");
    }

    [Fact]
    public async Task An_alert_is_a_refusal_with_one_error_per_entry()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product);

        var seen = await session.Ui!.PerformAsync(Some.Call("付番", ("氏名", "")), Stop);

        seen.Outcome.Should().Be(Outcome.Refused);
        seen.Errors.Should().Equal(new RefusalError("E0001", "E0001 氏名が設定されていません。"), new RefusalError(null, "入力を直してください。"));
        product.People.Should().Be(0);
    }

    [Theory]
    [InlineData("性別", "9", "*受け付けない*")]
    [InlineData("氏名", "一二三四五六七八九十一二三四五六七八九十壱", "*20文字*")]
    [InlineData("送付", "未定", "*受け付けない*")]
    [InlineData("郵便番号", "12-34", "郵便番号*")]
    public async Task What_a_field_does_not_take_is_refused_and_nothing_is_stored(string item, string value, string error)
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product);
        var items = new Dictionary<string, string?> { ["氏名"] = "佐藤", [item] = value };

        var seen = await session.Ui!.PerformAsync(new FunctionCall("付番", items), Stop);

        seen.Outcome.Should().Be(Outcome.Refused, Text(seen));
        seen.Errors.Should().ContainSingle().Which.Message.Should().Match(error);
        product.People.Should().Be(0);
    }

    [Fact]
    public async Task An_unknown_number_and_a_missing_button_are_refusals_of_the_screen()
    {
        await using var product = await MiniatureScreens.StartAsync();
        var locked = product.Add(("氏名", "錠　一"));
        await using var session = Open(product);

        var unknown = await session.Ui!.PerformAsync(Some.Call("変更", ("宛名番号", "999"), ("氏名", "x")), Stop);
        var withheld = await session.Ui.PerformAsync(Some.Call("変更", ("宛名番号", locked), ("氏名", "x")), Stop);

        unknown.Outcome.Should().Be(Outcome.Refused);
        unknown.Errors.Single().Message.Should().Be("該当する住登外者はいません。");
        withheld.Outcome.Should().Be(Outcome.Refused);
        withheld.Errors.Single().Message.Should().Contain("変更");
    }

    [Theory]
    [InlineData("氏名_読み仮名", "x", "*「氏名_読み仮名」*Nearest*There are: 氏名、カナ氏名、性別、生年月日、送付、郵便番号、備考.")]
    public async Task A_label_that_is_not_there_is_a_mismatch_with_the_labels_that_are(string item, string value, string message)
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product);

        var thrown = await session.Awaiting(s => s.Ui!.PerformAsync(Some.Call("付番", (item, value)), Stop)).Should().ThrowAsync<ProfileMismatchException>();

        thrown.Which.Message.Should().Match(message);
        thrown.Which.Exchanges.Should().ContainSingle().Which.Screenshot.Should().NotBeNull();
    }

    [Theory]
    [InlineData("付番: {open: 住登外者 > 新規登碌, press: 確認}", "*メニュー「新規登碌」*Nearest: 「新規登録」*")]
    [InlineData("付番: {open: 住登外者 > 新規登録, press: 登録}", "*ボタン「登録」*Nearest: 「新規登録」*確認*")]
    [InlineData("付番: {open: 住登外者 > 新規登録, press: 確認, confirm: 登録する, read: {table: 結果}}", "*表「結果」*登録結果*")]
    [InlineData("付番: {open: /nowhere, press: 確認}", "*404*")]
    public async Task A_screen_that_the_profile_does_not_describe_is_a_mismatch(string exchange, string message)
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product, Screens[..Screens.IndexOf("付番:", StringComparison.Ordinal)] + exchange);

        await session.Awaiting(s => s.Ui!.PerformAsync(Some.Call("付番", ("氏名", "佐藤")), Stop)).Should().ThrowAsync<ProfileMismatchException>().WithMessage(message);
    }

    [Fact]
    public async Task Operators_have_windows_of_their_own_and_log_in_once()
    {
        await using var product = await MiniatureScreens.StartAsync();
        product.Add(("氏名", "田中"));
        await using var session = Open(product);
        await using (var scenario = session.BeginScenario())
        {
            for (var i = 0; i < 4; i++)
            {
                (await scenario.Ui!.PerformAsync(Inquiry("田中", SearchMatch.Exact) with { Operator = i % 2 }, Stop)).Records.Should().ContainSingle();
            }
        }

        await session.Ui!.PerformAsync(Inquiry("田中", SearchMatch.Exact), Stop);

        product.Logins.Should().BeEquivalentTo("tanto1", "tanto2");
    }

    [Fact]
    public async Task Calls_side_by_side_do_not_share_a_window()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product);

        var seen = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => session.Ui!.PerformAsync(Some.Call("付番", ("氏名", $"佐藤　{i}")), Stop)));

        seen.Select(s => s.Records[0]["氏名"]).Should().Equal("佐藤　1", "佐藤　2", "佐藤　3", "佐藤　4");
        seen.Select(s => s.Records[0]["宛名番号"]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_session_that_ran_out_is_renewed_before_anything_is_done()
    {
        await using var product = await MiniatureScreens.StartAsync();
        product.Add(("氏名", "田中"));
        await using var session = Open(product);
        await session.Ui!.PerformAsync(Inquiry("田中", SearchMatch.Exact), Stop);

        product.ForgetSessions();

        (await session.Ui.PerformAsync(Inquiry("田中", SearchMatch.Exact), Stop)).Records.Should().ContainSingle();
    }

    [Fact]
    public async Task Without_a_login_the_login_screen_is_the_answer()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product);

        (await session.Ui!.PerformAsync(Inquiry("田中", SearchMatch.Exact) with { Credential = Credential.None }, Stop)).Outcome.Should().Be(Outcome.Unauthorised);
    }

    [Fact]
    public async Task A_wrong_password_is_a_matter_of_the_profile_and_is_not_told()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product, password: "wrong-password");

        var thrown = await session.Awaiting(s => s.Ui!.PerformAsync(Inquiry("田中", SearchMatch.Exact), Stop)).Should().ThrowAsync<ProfileMismatchException>().WithMessage("*tanto1*パスワードが違います*");

        thrown.Which.Exchanges.Should().NotContain(e => e.ToString().Contains("wrong-password", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_changes_itself_is_waited_for()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product, Screens + """

            異動処理開始: {open: 即時, press: 付番, read: {role: status, match: {履歴番号: '番号は(\d+)'}}}
            """);
        await using var scenario = session.BeginScenario();

        (await scenario.Ui!.PerformAsync(Some.Call("異動処理開始", ("氏名", "あいう")), Stop)).Records.Single()["履歴番号"].Should().Be("3");
        (await scenario.Ui.PerformAsync(Some.Call("異動処理開始", ("氏名", "")), Stop)).Errors.Single().Code.Should().Be("E0001");
    }

    [Fact]
    public async Task Message_boxes_are_accepted_and_may_be_refusals()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product, Screens + """

            削除: {open: 即時, fill: none, press: 削除, refused: {role: dialog}}
            """);

        var seen = await session.Ui!.PerformAsync(Some.Call("削除", ("宛名番号", "1")), Stop);

        seen.Outcome.Should().Be(Outcome.Refused);
        seen.Errors.Should().Equal(new RefusalError("E0004", "E0004 使用中"));
        seen.Exchanges.Single().Request.Should().Contain("confirm: 消しますか");
    }

    [Fact]
    public async Task A_page_of_the_500s_is_a_failure_of_the_product()
    {
        await using var product = await MiniatureScreens.StartAsync();
        product.Down["/op/search"] = 503;
        await using var session = Open(product);

        (await session.Ui!.PerformAsync(Inquiry("田中", SearchMatch.Exact), Stop)).Outcome.Should().Be(Outcome.Failed);
    }

    [Fact]
    public async Task A_product_that_is_down_or_stalls_says_nothing()
    {
        await using var silent = new RawServer(null);
        await using var down = Open(new Uri("http://127.0.0.1:1/"), "timeouts: {page: 1 s}\n付番: {open: /x}");
        await using var stalled = Open(silent.Address, "timeouts: {page: 1 s}\n付番: {open: /x}");

        await down.Awaiting(s => s.Ui!.PerformAsync(Some.Call("付番"), Stop)).Should().ThrowAsync<TargetUnreachableException>();
        await stalled.Awaiting(s => s.Ui!.PerformAsync(Some.Call("付番"), Stop)).Should().ThrowAsync<TargetUnreachableException>();
    }

    [Fact]
    public async Task A_button_that_something_covers_is_the_profiles_matter_and_one_that_never_stands_still_says_nothing()
    {
        await using var product = await MiniatureScreens.StartAsync();
        await using var session = Open(product, Screens.Replace("page: 5 s", "page: 1 s", StringComparison.Ordinal) + """

            異動処理開始: {open: /held, press: 覆われた, read: {role: status}}
            異動処理終了: {open: /held, press: 動く, read: {role: status}}
            """);

        var covered = async () => await session.Ui!.PerformAsync(Some.Call("異動処理開始"), Stop);
        var moving = async () => await session.Ui!.PerformAsync(Some.Call("異動処理終了"), Stop);

        (await covered.Should().ThrowAsync<ProfileMismatchException>()).WithMessage("*「覆われた」 cannot be pressed*");
        (await moving.Should().ThrowAsync<TargetUnreachableException>()).WithMessage("*「動く」 could not be pressed within 1 s*");
    }

    private static FunctionCall Inquiry(string name, SearchMatch match) =>
        Some.Call("照会") with { Conditions = [new SearchCondition("氏名", name, match)] };

    private static string Text(Observation seen) => string.Join('\n', seen.Errors.Select(e => e.Message));

    [Fact]
    public async Task A_table_of_files_is_read_and_each_of_them_downloaded()
    {
        await using var product = await MiniatureApi.StartAsync((asked, context) =>
        {
            if (asked.Target.EndsWith(".csv", StringComparison.Ordinal))
            {
                context.Response.Headers.ContentDisposition = "attachment; filename=" + asked.Target.Split('/')[^1];
                return MiniatureApi.Answer(context, 200, asked.Target, "text/csv");
            }

            return MiniatureApi.Answer(context, 200, "<!DOCTYPE html><title>出力</title><table><caption>一覧</caption><tr><th>グループ<th>操作</tr>"
                + string.Concat(new[] { "a", "b" }.Select(name => $"<tr><td>{name}<td><a href='/files/{name}.csv'>取得</a></tr>")) + "</table>", "text/html; charset=utf-8");
        });
        await using var session = Open(product.Address, "出力: {open: /export, read: {table: 一覧, download: 取得}}");

        var seen = await session.Ui!.PerformAsync(Some.Call("出力"), Stop);

        seen.Records.Select(record => record["グループ"]).Should().Equal("a", "b");
        seen.Files.Select(file => (file.Name, File.ReadAllText(file.Path))).Should().Equal(("a.csv", "/files/a.csv"), ("b.csv", "/files/b.csv"));
        seen.Exchanges[^1].Request.Should().Contain("取得: a.csv");
        seen.Files.ToList().ForEach(file => file.Dispose());
    }

    private TargetSession Open(MiniatureScreens product, string screens = Screens, string password = "himitsu-1") => Open(product.Address, screens, password);

    private TargetSession Open(Uri address, string screens, string password = "himitsu-1") => TargetSession.Open(
        Some.Profile(ui: screens, at: address), new TargetOptions
        {
            Secrets = new Secrets(name => name == "OP1" ? "tanto1:" + password : password),
            Browser = browser.Required(),
        });

    /// <summary>Passwords with which operators log in.</summary>
    internal static IReadOnlyList<string> Passwords { get; } = ["himitsu-1"];

    /// <summary>The same screens with one key more.</summary>
    internal static TargetSession Open(MiniatureScreens product, Browser browser, string further) => TargetSession.Open(
        Some.Profile(ui: Screens + "\n" + further, at: product.Address), new TargetOptions
        {
            Secrets = new Secrets(name => name == "OP1" ? "tanto1:" + Passwords[0] : Passwords[0]),
            Browser = browser.Required(),
        });

    public sealed class Browser : IAsyncDisposable
    {
        private readonly BrowserHost _host = new();

        public BrowserHost Required()
        {
            Assert.SkipWhen(BrowserFinder.Find() is null, "No Chromium, Chrome or Edge is installed: the screens cannot be operated.");
            return _host;
        }

        public ValueTask DisposeAsync() => _host.DisposeAsync();
    }
}
