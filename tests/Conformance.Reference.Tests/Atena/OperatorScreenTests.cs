using System.Text.RegularExpressions;

namespace Conformance.Reference.Tests.Atena;

public sealed partial class OperatorScreenTests
{
    private static readonly (string, string)[] Person =
    [
        ("shorikubun", "0"), ("shikuchosonkodo", "131016"), ("shimei", "佐藤　一郎"), ("seinengappi", "1964-07-01"), ("seibetsu", "1"),
        ("gyomuid", "001"), ("nayosemotofuragu", "0"), ("tagyomusanshofukafuragu", "0"),
    ];

    [Fact]
    public async Task Nobody_gets_in_without_logging_in()
    {
        await using var atena = await RunningAtena.StartAsync();
        using var browser = new OperatorBrowser(atena.Address);

        foreach (var path in new[] { "/", "/op", "/op/kensaku", "/op/shinki", "/op/hikitsugi", "/op/nayose", "/op/rireki?atenabango=1", "/op/shosai/1", "/op/henko/1" })
        {
            (await browser.GetAsync(path)).Should().Contain("<h1>ログイン</h1>");
        }

        (await browser.PostAsync("/op/login", ("sosashaid", "op1"), ("password", "wrong"))).Should().Contain("role=\"alert\"");
    }

    [Fact]
    public async Task A_registration_shows_its_number_and_can_be_found_changed_and_deleted()
    {
        await using var atena = await RunningAtena.StartAsync();
        using var browser = await atena.LogInAsync();

        var number = Number(await browser.PostAsync("/op/shinki", Person));
        (await browser.PostAsync("/op/kensaku", ("shimei", "佐藤"), ("gyomuid", "001"), ("itchi", "bubun")))
            .Should().Contain("<caption>検索結果</caption>").And.Contain($"<td>{number}</td>").And.Contain(">詳細</a>");
        (await browser.GetAsync($"/op/shosai/{number}?gyomuid=001"))
            .Should().Contain("<caption>住登外者宛名基本情報</caption>").And.Contain("<th scope=\"row\">操作者ID</th><td>op1</td>")
            .And.Contain("<th scope=\"row\">操作時刻</th><td>09:30:00</td>");
        (await browser.GetAsync($"/op/henko/{number}")).Should().Contain("value=\"佐藤　一郎\"");
        Number(await browser.PostAsync($"/op/henko/{number}", [.. Person.Where(field => field.Item1 != "shimei"), ("shimei", "鈴木　一郎"), ("shori", "toroku")]))
            .Should().Be(number);
        (await browser.GetAsync($"/op/sakujo/{number}")).Should().Contain("削除する");
        (await browser.PostAsync($"/op/sakujo/{number}", ("shori", "toroku"))).Should().Contain("削除が完了しました。");

        var history = await browser.GetAsync($"/op/rireki?atenabango={number}");
        history.Should().Contain("<caption>更新履歴</caption>").And.Contain("佐藤　一郎").And.Contain("鈴木　一郎").And.Contain("<td>削除</td>");
        (await browser.GetAsync($"/op/shosai/{number}?gyomuid=001")).Should().Contain("role=\"alert\"");
    }

    [Fact]
    public async Task A_refused_form_says_why_and_keeps_what_was_typed()
    {
        await using var atena = await RunningAtena.StartAsync();
        using var browser = await atena.LogInAsync();
        var page = await browser.PostAsync("/op/shinki", [.. Person, ("tsusho", "ABC<b>")]);

        page.Should().Contain("role=\"alert\"").And.Contain("<code>E0002</code> 通称は全角で設定してください。").And.Contain("value=\"ABC&lt;b&gt;\"");
    }

    [Fact]
    public async Task A_second_operator_gets_no_form_until_the_first_stops_or_ten_minutes_pass()
    {
        await using var atena = await RunningAtena.StartAsync();
        using var first = await atena.LogInAsync("op1");
        using var second = await atena.LogInAsync("op2");
        var number = Number(await first.PostAsync("/op/shinki", Person));

        await first.GetAsync($"/op/henko/{number}");
        (await second.GetAsync($"/op/henko/{number}")).Should().Contain("他の職員が異動処理中です").And.NotContain("id=\"shimei\"");
        (await second.GetAsync($"/op/sakujo/{number}")).Should().NotContain("削除する");
        (await second.GetAsync($"/op/shosai/{number}?gyomuid=001")).Should().Contain("佐藤　一郎");
        await first.PostAsync($"/op/henko/{number}", ("shori", "yameru"));
        (await second.GetAsync($"/op/henko/{number}")).Should().Contain("id=\"shimei\"");
        (await first.GetAsync($"/op/henko/{number}")).Should().NotContain("id=\"shimei\"");
        atena.Clock.Advance(TimeSpan.FromMinutes(10));
        (await first.GetAsync($"/op/henko/{number}")).Should().Contain("id=\"shimei\"");
    }

    [Fact]
    public async Task A_link_made_and_undone_on_screen_shows_with_its_history()
    {
        await using var atena = await RunningAtena.StartAsync();
        using var browser = await atena.LogInAsync();
        var from = Number(await browser.PostAsync("/op/shinki", Person));
        var to = Number(await browser.PostAsync("/op/hikitsugi", [.. Person, ("atenabango", "100000000000001")]));

        to.Should().Be("100000000000001");
        (await browser.PostAsync("/op/nayose", ("nayosemoto", from), ("nayosesaki", to), ("shori", "nayose"))).Should().Contain("名寄せが完了しました。");
        (await browser.GetAsync($"/op/nayoseshokai/{from}")).Should().Contain($"<td>{from}</td><td>{to}</td><td>1</td>");
        (await browser.PostAsync("/op/nayose", ("nayosemoto", from), ("nayosesaki", to), ("shori", "kaijo"))).Should().Contain("名寄せ解除が完了しました。");
        (await browser.GetAsync($"/op/nayoseshokai/{from}"))
            .Should().Contain($"<td>{from}</td><td></td><td>0</td>").And.Contain("<td>名寄せ解除</td>");
    }

    [Fact]
    public async Task Screens_in_wareki_store_the_date_of_the_interface()
    {
        await using var atena = await RunningAtena.StartAsync(variant: "V07-wareki-screens");
        using var browser = await atena.LogInAsync();
        var number = Number(await browser.PostAsync("/op/shinki", [.. Person.Where(field => field.Item1 != "seinengappi"), ("seinengappi", "昭和39年7月1日")]));

        (await atena.InquireAsync(("atenabango", number, "kanzen"))).All("seinengappi").Should().Equal("1964-07-01");
        (await browser.GetAsync($"/op/shosai/{number}?gyomuid=001")).Should().Contain("<td>昭和39年7月1日</td>");
        (await browser.PostAsync("/op/kensaku", ("seinengappi", "昭和39年7月1日"), ("itchi", "kanzen"))).Should().Contain(number);
    }

    [Fact]
    public async Task Screens_may_widen_what_was_typed_and_mark_what_is_required()
    {
        await using var widening = await RunningAtena.StartAsync(variant: "V06-widening-screens");
        using var typist = await widening.LogInAsync();
        var number = Number(await typist.PostAsync("/op/shinki", [.. Person, ("tsusho", "ｻﾄｳ ABCﾞ")]));
        (await widening.InquireAsync(("atenabango", number, "kanzen"))).All("tsusho").Should().Equal("サトウ　ＡＢＣ゛");

        await using var marking = await RunningAtena.StartAsync(variant: "V08-required-beside-label");
        using var reader = await marking.LogInAsync();
        (await reader.GetAsync("/op/shinki")).Should().Contain("<label for=\"shimei\">氏名 <span>必須</span></label>");
    }

    private static string Number(string page)
    {
        page.Should().Contain("role=\"status\"").And.Contain("<caption>登録結果</caption>");
        return NumberCell().Match(page).Groups[1].Value;
    }

    [GeneratedRegex("<th scope=\"row\">宛名番号</th><td>([0-9]{15})</td>")]
    private static partial Regex NumberCell();
}
