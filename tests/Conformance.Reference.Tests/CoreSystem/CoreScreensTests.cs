namespace Conformance.Reference.Tests.CoreSystem;

public sealed class CoreScreensTests
{
    [Theory]
    [InlineData("/toroku")]
    [InlineData("/henko")]
    [InlineData("/daicho")]
    public async Task Who_is_not_logged_in_is_led_to_the_login(string path)
    {
        await using var core = await CoreInstance.StartAsync();
        (await core.Staff.GetStringAsync(new Uri(path, UriKind.Relative))).Should().Contain("<h1>ログイン</h1>");
        (await core.SubmitAsync(path, Some.Entry())).Should().Contain("<h1>ログイン</h1>");
        (await core.LogInAsync(password: "wrong")).Should().Contain("role=\"alert\"");
    }

    [Fact]
    public async Task Every_screen_is_in_the_menu_and_every_label_belongs_to_a_field()
    {
        await using var core = await CoreInstance.StartAsync();
        var menu = await core.LogInAsync();
        foreach (var (title, path) in new (string, string)[]
        {
            ("住登外者登録", "/toroku"), ("基本４情報変更", "/henko"), ("元住民の登録", "/motojumin"),
            ("住民となった住登外者の名寄せ", "/jumin-nayose"), ("重複の確認・名寄せ", "/nayose"), ("名寄せ解除", "/nayose-kaijo"), ("住登外者台帳", "/daicho"),
        })
        {
            menu.Should().Contain($"<a href=\"{path}\">{title}</a>");
            var page = await core.Staff.GetStringAsync(new Uri(path, UriKind.Relative));
            page.Should().Contain($"<h1>{title}</h1>");
            var labels = Between(page, "<label for=\"", "\"");
            labels.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
            labels.Should().OnlyContain(label => Between(page, $"id=\"{label}", "\"").Contains(""));
        }
    }

    [Fact]
    public async Task Staff_choose_a_candidate_and_it_is_registered_in_their_name()
    {
        await using var core = await CoreInstance.StartAsync();
        core.Neighbour.Candidates.Add(Some.Candidate("200000000000001", Some.Entry()));
        core.Neighbour.Candidates.Add(Some.Candidate("200000000000002", Some.Entry(("shimei_furigana", "サトウ　イチオ"))));
        await core.LogInAsync("op2");

        var entry = Some.Entry();
        var candidates = await core.SubmitAsync("/toroku", With(entry, ("sosa", "shokai"), ("itchi", "kanzen")));
        candidates.Should().Contain("<caption>候補者</caption>").And.Contain("候補者が2件あります。");
        Between(candidates, "<td>2", "</td>").Should().Equal("00000000000001", "00000000000002");
        Between(candidates, "value=\"sentaku\">", "<").Should().Equal("この人を登録", "この人を登録");
        Between(candidates, "value=\"fuban\">", "<").Should().Equal("新規に付番");
        Between(candidates, "name=\"jusho_choaza\" value=\"", "\"").Should().OnlyContain(value => value == "霞が関二丁目").And.HaveCount(3);

        var done = await core.SubmitAsync("/toroku", With(entry, ("sosa", "sentaku"), ("atenabango", "200000000000002")));
        done.Should().Contain("<div role=\"status\">登録しました。宛名番号：200000000000002</div>");
        done.Should().Contain("<caption>登録結果</caption><tbody><tr><th scope=\"row\">宛名番号</th><td>200000000000002</td></tr>");
        core.Neighbour.Of(FakeNeighbour.Reception, "henko").Single()["sosashaid"].Should().Be("op2");

        var ledger = await core.SubmitAsync("/daicho", new() { ["sosa"] = "kensaku", ["atenabango"] = "200000000000002" });
        ledger.Should().Contain("<th scope=\"row\">氏名</th><td>佐藤　一郎</td>").And.Contain("<th scope=\"row\">性別</th><td>男</td>");
    }

    [Fact]
    public async Task A_refusal_is_an_alert_above_the_form_as_it_was_entered()
    {
        await using var core = await CoreInstance.StartAsync();
        core.Neighbour.Answer = _ => (503, "");
        await core.LogInAsync();
        var page = await core.SubmitAsync("/toroku", With(Some.Entry(("shimei", "<佐藤>　\"一郎\"")), ("sosa", "fuban")));
        page.Should().Contain("role=\"alert\"").And.Contain("E0002").And.NotContain("<佐藤>").And.Contain("value=\"霞が関二丁目\"");
        page = await core.SubmitAsync("/toroku", With(Some.Entry(), ("sosa", "fuban")));
        page.Should().Contain("role=\"alert\"").And.Contain("N0001").And.NotContain("role=\"status\"");
    }

    [Fact]
    public async Task A_record_called_up_before_a_change_can_have_items_cleared()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.PostAsync("toroku-fuban", Some.Entry(("jusho_katagaki", "虎ノ門ハイツ１０１号")));
        var number = core.Neighbour.LastNumber;
        await core.LogInAsync();

        await core.SubmitAsync("/henko", new() { ["sosa"] = "henko", ["atenabango"] = number, ["jusho_katagaki"] = "", ["jusho_choaza"] = "麹町一丁目" });
        var record = (await core.LedgerAsync(number)).Single();
        (record["jusho_katagaki"]!.ToString(), record["jusho_choaza"]!.ToString()).Should().Be(("虎ノ門ハイツ１０１号", "麹町一丁目"));

        var called = await core.SubmitAsync("/henko", new() { ["sosa"] = "yobidashi", ["atenabango"] = number });
        called.Should().Contain("value=\"虎ノ門ハイツ１０１号\"").And.Contain("name=\"yobidashizumi\" value=\"1\"");
        await core.SubmitAsync("/henko", new()
        {
            ["sosa"] = "henko",
            ["atenabango"] = number,
            ["yobidashizumi"] = "1",
            ["shimei"] = "佐藤　一郎",
            ["jusho_katagaki"] = "",
        });
        (await core.LedgerAsync(number)).Single()["jusho_katagaki"]!.ToString().Should().BeEmpty();
    }

    [Fact]
    public async Task The_other_flows_run_through_screens()
    {
        await using var core = await CoreInstance.StartAsync();
        await core.LogInAsync();
        var former = await core.SubmitAsync("/motojumin", With(Some.Entry(), ("atenabango", "100000000000001"), ("sosa", "toroku")));
        former.Should().Contain("role=\"status\"");
        await core.SubmitAsync("/motojumin", With(Some.Entry(), ("atenabango", "100000000000002"), ("sosa", "toroku")));

        core.Neighbour.Candidates.Add(Some.Candidate("100000000000001", Some.Entry(("jusho_choaza", "永田町一丁目"))));
        var latest = await core.SubmitAsync("/nayose", new() { ["sosa"] = "kakunin", ["atenabango"] = "100000000000001", ["koshin"] = "1" });
        latest.Should().Contain("<caption>照会結果</caption>").And.Contain("登録済");
        var pair = new Dictionary<string, string>
        {
            ["sosa"] = "nayose",
            ["nayosemotoatenabango"] = "100000000000001",
            ["nayosesakiatenabango"] = "100000000000002",
        };
        (await core.SubmitAsync("/nayose", pair)).Should().Contain("名寄せしました。");
        (await core.SubmitAsync("/nayose-kaijo", pair)).Should().Contain("名寄せを解除しました。");

        await core.PostAsync("jumin", Some.Entry(("juminatenabango", "100000000000009")));
        var ended = await core.SubmitAsync("/jumin-nayose", new()
        {
            ["sosa"] = "nayose",
            ["atenabango"] = "100000000000001",
            ["juminatenabango"] = "100000000000009",
        });
        ended.Should().Contain("<th scope=\"row\">状態</th><td>終了</td>");
        core.Neighbour.Of(FakeNeighbour.Reception).Select(call => call["shorikubun"]).Should().Equal("nayose", "nayosekaijo", "sakujo");
    }

    [Fact]
    public async Task The_variant_with_marked_labels_marks_them()
    {
        await using var core = await CoreInstance.StartAsync(variant: "CV02-required-labels");
        await core.LogInAsync();
        (await core.Staff.GetStringAsync(new Uri("/toroku", UriKind.Relative)))
            .Should().Contain("<label for=\"shimei\">氏名 <span class=\"hissu\">必須</span></label>");
    }

    [Theory]
    [InlineData("1964-07-01", "昭和39年7月1日")]
    [InlineData("1989-01-07", "昭和64年1月7日")]
    [InlineData("1989-01-08", "平成元年1月8日")]
    [InlineData("2019-05-01", "令和元年5月1日")]
    [InlineData("1912-07-29", "明治45年7月29日")]
    [InlineData("1912-07-30", "大正元年7月30日")]
    [InlineData("1926-12-25", "昭和元年12月25日")]
    public async Task The_variant_with_Japanese_eras_shows_and_takes_them(string date, string era)
    {
        await using var core = await CoreInstance.StartAsync(variant: "CV03-japanese-era");
        await core.LogInAsync();
        foreach (var entered in new[] { date, era })
        {
            var page = await core.SubmitAsync("/toroku", With(Some.Entry(("seinengappi", entered)), ("sosa", "fuban")));
            page.Should().Contain($"<th scope=\"row\">生年月日</th><td>{era}</td>");
            core.Neighbour.Of(FakeNeighbour.Numbering)[^1]["seinengappi"].Should().Be(date);
        }
    }

    private static Dictionary<string, string> With(Dictionary<string, string> entry, params (string Item, string Value)[] more)
    {
        var all = new Dictionary<string, string>(entry);
        foreach (var (item, value) in more)
        {
            all[item] = value;
        }

        return all;
    }

    /// <summary>Every text between the two marks.</summary>
    private static List<string> Between(string page, string before, string after) =>
        [.. page.Split(before).Skip(1).Select(rest => rest[..rest.IndexOf(after, StringComparison.Ordinal)])];
}
