using System.Net;
using Conformance.Reference.Jidoteate;
using Conformance.Reference.Shikyu;

namespace Conformance.Reference.Tests.Office;

public sealed class OfficeScreensTests
{
    [Fact]
    public async Task Who_is_not_logged_in_is_led_to_the_login()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        (await office.PageAsync("/shinsei")).Should().Contain("パスワード");
        (await office.SubmitAsync("/login", ("sosashaid", "op1"), ("password", "wrong"))).Should().Contain("role=\"alert\"");
    }

    [Fact]
    public async Task Staff_register_see_the_record_find_it_and_open_its_notice()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        await office.LogInAsync();
        (await office.PageAsync("/shinsei")).Should().Contain("<label for=\"shimei\">氏名</label>").And.Contain("<option value=\"1\">施設型</option>");
        (await office.SubmitAsync("/shinsei", Some.Application())).Should().Contain("role=\"status\">登録しました").And.Contain("<caption>結果</caption>").And.Contain("<td>施設型</td>");
        (await office.SubmitAsync("/kettei", ("shinseibango", "S000000001"), ("ketteikubun", "1"))).Should().Contain("href=\"/chohyo/T00000001\">PDF");
        (await office.SubmitAsync("/shinsei-shokai", ("shimei", "見本"))).Should().Contain("<caption>一覧</caption>").And.Contain("1件あります。").And.Contain(">詳細</a>");
        (await office.PageAsync("/shinsei-shokai/shosai?gyo=0&shimei=見本")).Should().Contain("<caption>詳細</caption>").And.Contain("見本県例示市中央一丁目");
        (await office.Staff.GetAsync(new Uri("/chohyo/T00000001", UriKind.Relative))).Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        (await office.SubmitAsync("/shinsei-shokai", ("shimei", "無い"))).Should().Contain("該当する記録はありません。");
    }

    [Fact]
    public async Task A_refused_entry_stands_in_its_fields_again()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        await office.LogInAsync();
        (await office.SubmitAsync("/shinsei", Some.Application(("seinengappi", "1990-02-30"), ("shimei", "<b>見本"))))
            .Should().Contain("<li>E0002 生年月日").And.Contain("value=\"1990-02-30\"").And.Contain("&lt;b&gt;見本").And.NotContain("<b>見本");
    }

    [Fact]
    public async Task Who_may_only_look_finds_no_other_screens_and_cannot_use_them()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        (await office.LogInAsync("view1")).Should().Contain("受給者照会").And.NotContain("受給者登録");
        using var response = await office.Staff.GetAsync(new Uri("/jukyusha-toroku", UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await office.SubmitAsync("/jukyusha-toroku", Some.Claim())).Should().Contain("E0403");
        (await office.RowsAsync("jukyusha-shokai")).Should().BeEmpty();
        (await office.RefusalAsync("jukyusha-toroku", Some.Claim(("sosashaid", "view1")))).Should().Equal("E0403");
    }

    [Fact]
    public async Task Screens_in_wareki_take_and_show_it()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product, variant: "OV03-wareki-screens");
        await office.LogInAsync();
        (await office.SubmitAsync("/shinsei", Some.Application(("seinengappi", "平成2年4月2日"), ("shinseinengappi", "令和8年4月1日")))).Should().Contain("平成2年4月2日");
        (await office.RowAsync("shinsei-shokai"))["seinengappi"]!.ToString().Should().Be("1990-04-02");
    }

    [Fact]
    public async Task Settings_stand_in_their_form_and_the_log_says_who_did_what()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        await office.LogInAsync("op2");
        (await office.PageAsync("/settei")).Should().Contain("<option value=\"100\" selected>100件</option>");
        await office.SubmitAsync("/jukyusha-toroku", Some.Claim());
        (await office.RowAsync("sosa-kiroku", ("taisho", Some.Person)))["sosa"]!.ToString().Should().Be("受給者登録");
    }
}
