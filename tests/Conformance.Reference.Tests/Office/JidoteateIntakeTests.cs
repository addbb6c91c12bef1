using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Conformance.Reference.Jidoteate;

namespace Conformance.Reference.Tests.Office;

public sealed class JidoteateIntakeTests
{
    [Fact]
    public async Task An_online_claim_goes_from_the_portal_to_the_notice_without_being_typed()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var entry = Some.Delivered("A1", "nintei", Some.Claim(), intention: "1");
        entry.Papers["p1"] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        entry.Data["tempu"] = new JsonArray(new JsonObject { ["id"] = "p1", ["mei"] = "証明.pdf", ["contentType"] = "application/pdf", ["size"] = 10 });
        office.Around.Applications.Add(entry);
        office.Around.Accounts[Some.Person] = Some.Members(Some.Account);

        await office.RoundAsync();
        var claim = await office.RowAsync("shinsei-ichiran", ("uketsukebango", "A1"));
        (claim["jotai"]!.ToString(), claim["keiro"]!.ToString(), claim["jido2_jusho"]!.ToString(), claim["atenabango"]!.ToString())
            .Should().Be(("受付", "オンライン", "例示県別市二丁目", Some.Person));
        var paper = await office.RowAsync("tempu-ichiran", ("uketsukebango", "A1"));
        paper["sha256"]!.ToString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(entry.Papers["p1"])));
        (await office.Api.GetByteArrayAsync(new Uri($"/api/tempu/{claim["seikyubango"]}/p1", UriKind.Relative))).Should().Equal(entry.Papers["p1"]);

        await office.RowAsync("shinsa", ("seikyubango", claim["seikyubango"]!.ToString()));
        await office.RoundAsync();
        (await office.RowAsync("koza-shokai-jokyo", ("seikyubango", claim["seikyubango"]!.ToString())))["kozabango"]!.ToString().Should().Be("1234567");
        var decided = await office.RowAsync("kettei", ("seikyubango", claim["seikyubango"]!.ToString()), ("ketteikubun", "1"), ("ketteinengappi", "2026-04-10"));
        await office.RoundAsync();

        decided["getsugaku"]!.ToString().Should().Be("25000");
        var notice = await office.PrintedAsync(decided["chohyobango"]!.ToString());
        notice.Should().Contain("受給者_氏名　見本　花子").And.Contain("手当月額　25,000円").And.Contain("支給開始年月　令和8年5月").And.NotContain("123456789018");
        office.Around.Asked("PUT /pittari").Select(line => line.Split('"')[3]).Should().Equal("uketsuke", "shinsachu", "kanryo");
        var recipient = await office.RowAsync("jukyusha-shokai", ("atenabango", Some.Person));
        (recipient["kozajotai"]!.ToString(), recipient["kozameiginin"]!.ToString()).Should().Be(("確定", "ミホン　ハナコ"));
    }

    [Fact]
    public async Task An_application_is_taken_in_once_however_often_it_is_delivered()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var entry = Some.Delivered("A1", "nintei", Some.Claim());
        office.Around.Applications.AddRange([entry, entry]);
        await office.RoundAsync();
        entry.State = "mishutoku";
        await office.RoundAsync();
        (await office.RowsAsync("shinsei-ichiran")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("seinengappi", "2021-02-30", "生年月日")]
    [InlineData("jido1_shimei", "", "児童1_氏名")]
    [InlineData("jusho", "ABC", "住所")]
    public async Task A_malformed_application_is_held_back_with_the_place_and_not_registered(string item, string value, string place)
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        office.Around.Applications.Add(Some.Delivered("A1", "nintei", Some.Claim((item, value))));
        await office.RoundAsync();
        (await office.RowsAsync("shinsei-ichiran")).Should().BeEmpty();
        (await office.RowAsync("horyu-ichiran", ("uketsukebango", "A1")))["ayamari"]!.ToString().Should().Contain(place);
        await office.RowAsync("horyu-shori", ("uketsukebango", "A1"));
        await office.RoundAsync();
        office.Around.Asked("PUT /pittari/v1/applications/A1").Should().ContainSingle().Which.Should().Contain("kyakka");
    }

    [Fact]
    public async Task What_is_no_JSON_is_held_back_too()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        office.Around.Applications.Add(Some.Delivered("A1", "nintei", Some.Claim(), raw: "<html>"));
        await office.RoundAsync();
        (await office.RowAsync("horyu-ichiran"))["ayamari"]!.ToString().Should().Contain("JSON");
    }

    [Fact]
    public async Task A_withdrawn_application_cannot_be_examined()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var entry = Some.Delivered("A1", "nintei", Some.Claim());
        office.Around.Applications.Add(entry);
        await office.RoundAsync();
        entry.State = "torisage";
        await office.RoundAsync();
        var claim = await office.RowAsync("shinsei-ichiran");
        claim["jotai"]!.ToString().Should().Be("取下げ");
        (await office.RefusalAsync("shinsa", ("seikyubango", claim["seikyubango"]!.ToString()))).Should().Equal("E0006");
    }

    [Fact]
    public async Task A_session_that_has_run_out_is_renewed()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        await office.RoundAsync();
        office.Around.Session = "s2";
        office.Around.Applications.Add(Some.Delivered("A1", "nintei", Some.Claim()));
        await office.RoundAsync();
        (await office.RowsAsync("shinsei-ichiran")).Should().ContainSingle();
    }

    [Fact]
    public async Task Small_pages_are_all_read()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product, variant: "OV09-small-pages");
        office.Around.Applications.AddRange(Enumerable.Range(1, 5).Select(at => Some.Delivered($"A{at}", "nintei", Some.Claim())));
        await office.RoundAsync();
        (await office.RowsAsync("shinsei-ichiran")).Should().HaveCount(5);
    }

    [Fact]
    public async Task A_portal_that_is_down_shows_in_the_state_of_the_links()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product, settings: ("mynaportal", "http://127.0.0.1:9/"));
        await office.RoundAsync();
        var row = (await office.RowsAsync("renkei-jokyo")).Single(one => one["renkeisaki"]!.ToString() == "ぴったりサービス");
        row["renkeijotai"]!.ToString().Should().Be("9");
    }

    [Fact]
    public async Task A_list_of_numbers_is_taken_in_at_once()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        await office.RoundAsync();
        office.Around.Applications.Add(Some.Delivered("A1", "nintei", Some.Claim()));
        var rows = await office.RowsAsync("ikkatsu-torikomi", ("uketsukebangoichiran", "A1\nA2"));
        rows.Select(row => row["kekka"]!.ToString()).Should().Equal("取込", "該当なし");
        (await office.RowsAsync("shinsei-ichiran")).Should().ContainSingle();
    }
}
