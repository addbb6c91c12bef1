using System.Text.Json.Nodes;
using Conformance.Reference.Jidoteate;

namespace Conformance.Reference.Tests.Office;

public sealed class JidoteateLedgerTests
{
    [Fact]
    public async Task Everything_wrong_is_told_at_once_and_nothing_is_stored()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        (await office.RefusalAsync("jukyusha-toroku", Some.Claim(("shimei", ""), ("seinengappi", "2026-02-29"), ("jusho", "abc"), ("seibetsu", "7"), ("atenabango", "12"))))
            .Should().BeEquivalentTo("E0001", "E0002", "E0002", "E0002", "E0003");
        (await office.RowsAsync("jukyusha-shokai")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_keeps_its_rare_characters_and_a_hundred_of_them_fit()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var name = string.Concat(Enumerable.Repeat("𠮷葛\U000E0100", 50));
        (await office.RowAsync("jukyusha-toroku", Some.Claim(("shimei", name))))["shimei"]!.ToString().Should().Be(name);
        (await office.RefusalAsync("jukyusha-toroku", Some.Claim(("shimei", name + "亜"), ("atenabango", "100000000000009")))).Should().Equal("E0003");
    }

    [Fact]
    public async Task Changes_leave_a_history_and_an_old_state_cannot_be_changed()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var number = (await office.RowAsync("jukyusha-toroku", Some.Claim()))["ninteibango"]!.ToString();
        await office.RowAsync("jukyusha-henko", ("ninteibango", number), ("rirekibango", "1"), ("jusho", "見本県例示市南二丁目"));
        (await office.RefusalAsync("jukyusha-henko", ("ninteibango", number), ("rirekibango", "1"), ("jusho", "見本県例示市北三丁目"))).Should().Equal("E0009");
        (await office.RowsAsync("rireki-shokai", ("ninteibango", number))).Select(state => state["jusho"]!.ToString())
            .Should().Equal("見本県例示市中央１丁目２番３号", "見本県例示市南二丁目");
    }

    [Fact]
    public async Task The_same_person_is_registered_once()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        await office.RowAsync("jukyusha-toroku", Some.Claim());
        (await office.RefusalAsync("jukyusha-toroku", Some.Claim())).Should().Equal("E0008");
    }

    [Fact]
    public async Task A_provisional_registration_is_confirmed_unchanged_or_goes()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var feed = office.Around.Feeds["tenshutsushomei"];
        feed.AddRange([Move("M1", "yotei"), Move("M2", "yotei"), Move("M3", "kakutei")]);
        await office.RoundAsync();
        feed.AddRange([Move("M1", "kakutei"), Move("M2", "torikeshi"), Move("M3", "yotei")]);
        await office.RoundAsync();
        (await office.RowsAsync("karitoroku-ichiran")).Select(row => $"{row["shomeibango"]} {row["jotai"]} {row["shimei"]}")
            .Should().Equal("M1 確定 見本　花子", "M3 確定 見本　花子");
    }

    [Fact]
    public async Task Events_are_taken_once_and_moving_out_ends_the_right()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var number = (await office.RowAsync("jukyusha-toroku", Some.Claim()))["ninteibango"]!.ToString();
        office.Around.Feeds["ido"].AddRange([Event("E1", "tenkyo", "100000000000008"), Event("E2", "tenshutsu", Some.Person), Event("E2", "tenshutsu", Some.Person), Event("E3", "hikkoshi", Some.Person)]);
        await office.RoundAsync();
        (await office.RowsAsync("ido-ichiran")).Select(row => $"{row["idobango"]} {row["yokakunin"]} {row["ninteibango"]}").Should().Equal("E1 0 ", $"E2 1 {number}");
        var recipient = await office.RowAsync("jukyusha-shokai", ("ninteibango", number));
        (recipient["jotai"]!.ToString(), recipient["shikyushuryonengetsu"]!.ToString()).Should().Be(("消滅", "2026-06"));
        (await office.PrintedAsync(recipient["chohyobango"]!.ToString())).Should().Contain("支給終了年月　令和8年6月");
        (await office.RowAsync("horyu-ichiran", ("uketsukebango", "E3")))["ayamari"]!.ToString().Should().Contain("異動事由");
    }

    [Fact]
    public async Task Protected_people_are_hidden_from_staff_and_from_the_notices_of_others()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        office.Around.Feeds["shiensochi"].Add(Protect("D000000000001", "settei", "100000000000002", "100000000000004"));
        await office.RoundAsync();
        var granted = await GrantAsync(office);
        var recipient = await office.RowAsync("jukyusha-shokai", ("atenabango", Some.Person));
        (recipient["haigusha_jusho"]!.ToString(), recipient["jido2_jusho"]!.ToString(), recipient["jusho"]!.ToString(), recipient["keikoku"]!.ToString())
            .Should().Be(("（非表示）", "（非表示）", "見本県例示市中央１丁目２番３号", "支援措置対象者"));
        var notice = await office.PrintedAsync(granted);
        notice.Should().Contain("配偶者_住所　記載省略").And.Contain("児童2_住所　記載省略").And.Contain("受給者_住所　見本県例示市中央１丁目２番３号")
            .And.NotContain("例示県別市");
    }

    [Fact]
    public async Task Differences_count_by_their_numbers_not_by_their_arrival()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        office.Around.Feeds["shiensochi"].AddRange([Protect("D000000000002", "kaijo", Some.Person), Protect("D000000000001", "settei", Some.Person)]);
        await office.RoundAsync();
        (await office.RowAsync("shiensochi-ichiran"))["jotai"]!.ToString().Should().Be("解除");
    }

    [Fact]
    public async Task Who_must_report_and_does_not_is_not_paid_until_it_comes()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var number = (await office.RowAsync("jukyusha-toroku", [.. Some.Claim(("genkyoyohi", "1")), .. Some.Account]))["ninteibango"]!.ToString();
        await office.RowAsync("jukyusha-toroku", Some.Claim(("atenabango", "100000000000009"), ("kojinbango", "")));
        (await office.RowAsync("genkyo-taisho", ("nendo", "2026")))["ninteibango"]!.ToString().Should().Be(number);
        await office.RowAsync("genkyo-kigen", ("nendo", "2026"));
        (await office.RowAsync("shiharai-ichiran", ("shiharainengetsu", "2026-08"), ("ninteibango", number)))["jotai"]!.ToString().Should().Be("差止");
        await office.RowAsync("genkyo-toroku", ("ninteibango", number), ("nendo", "2026"), ("teishutsunengappi", "2026-07-01"));
        (await office.RowAsync("shiharai-ichiran", ("shiharainengetsu", "2026-08"), ("ninteibango", number)))["jotai"]!.ToString().Should().Be("支払予定");
    }

    [Fact]
    public async Task Less_counts_from_the_month_after_the_event_and_the_end_with_its_month()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var number = (await office.RowAsync("jukyusha-toroku", [.. Some.Claim(), .. Some.Account]))["ninteibango"]!.ToString();
        var revised = await office.RowAsync("gakukaitei", ("ninteibango", number), ("kaiteijiyu", "2"), ("jiyuhasseinengappi", "2026-06-10"),
            ("seikyunengappi", "2026-06-20"), ("jido1_shimei", "見本　一"), ("jido1_seinengappi", "2024-02-29"));
        (revised["kaiteinengetsu"]!.ToString(), revised["getsugaku"]!.ToString()).Should().Be(("2026-07", "15000"));
        var ended = await office.RowAsync("shometsu", ("ninteibango", number), ("shometsujiyu", "1"), ("jiyuhasseinengappi", "2026-08-10"));
        ended["shikyushuryonengetsu"]!.ToString().Should().Be("2026-08");
        (await office.RowAsync("shiharai-ichiran", ("shiharainengetsu", "2026-10"), ("ninteibango", number)))["kingaku"]!.ToString()
            .Should().Be("80000", "two months of 25,000 and two of 15,000");
        (await office.RefusalAsync("shometsu", ("ninteibango", number), ("shometsujiyu", "1"), ("jiyuhasseinengappi", "2026-08-10"))).Should().Equal("E0006");
    }

    [Fact]
    public async Task The_amount_follows_the_clock()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        await office.RowAsync("jukyusha-toroku", Some.Claim());
        (await office.RowAsync("jukyusha-shokai"))["getsugaku"]!.ToString().Should().Be("25000");
        using var clock = new StringContent("""{"now":"2027-03-01T09:00:00+09:00"}""");
        (await office.Api.PutAsync(new Uri("/test/clock", UriKind.Relative), clock)).EnsureSuccessStatusCode();
        (await office.RowAsync("jukyusha-shokai"))["getsugaku"]!.ToString().Should().Be("20000");
        (await office.RowAsync("jukyusha-shokai", ("kijunnengetsu", "2027-02")))["getsugaku"]!.ToString().Should().Be("25000");
    }

    [Theory]
    [InlineData("jido1_seinengappi", "9999-12-31")]
    [InlineData("seikyunengappi", "9999-12-31")]
    [InlineData("jido1_seinengappi", "0001-01-01")]
    public async Task A_day_at_the_edge_of_the_calendar_breaks_nothing(string item, string day)
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        await office.RowAsync("jukyusha-toroku", Some.Claim((item, day)));
        (await office.RowAsync("jukyusha-shokai"))[item]!.ToString().Should().Be(day);
        await office.RowsAsync("shiharai-ichiran", ("shiharainengetsu", "9998-12"));
    }

    private static async Task<string> GrantAsync(OfficeInstance office)
    {
        var claim = (await office.RowAsync("nintei-seikyu", Some.Claim()))["seikyubango"]!.ToString();
        await office.RowAsync("shinsa", ("seikyubango", claim));
        return (await office.RowAsync("kettei", ("seikyubango", claim), ("ketteikubun", "1")))["chohyobango"]!.ToString();
    }

    private static JsonObject Move(string number, string state) => Some.Members(
    [
        ("shomeibango", number), ("kojinbango", "123456789018"), ("shimei", state == "kakutei" && number == "M1" ? "改名　花子" : "見本　花子"), ("shimei_furigana", "ミホン　ハナコ"),
        ("seinengappi", "1990-04-02"), ("zokugara", "世帯主"), ("tenshutsumaejusho", "例示県別市一丁目"), ("tenshutsusakijusho", "見本県例示市中央一丁目"),
        ("tenshutsuyoteinengappi", "2026-05-01"), ("jotai", state),
    ]);

    private static JsonObject Event(string number, string reason, string person) =>
        Some.Members([("idobango", number), ("idojiyu", reason), ("atenabango", person), ("idonengappi", "2026-06-15")]);

    private static JsonObject Protect(string number, string kind, string person, params string[] together)
    {
        var entry = Some.Members([("sabunbango", number), ("sabunkubun", kind), ("atenabango", person), ("kaishinengappi", "2026-01-01"), ("shuryonengappi", "2026-12-31")]);
        entry["awasete"] = new JsonArray([.. together.Select(one => (JsonNode)one)]);
        return entry;
    }
}
