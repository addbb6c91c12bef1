using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Jumin;

namespace Conformance.Reference.Tests.Office;

public sealed class JuminTests
{
    [Fact]
    public async Task A_resident_moves_in_within_and_out_and_every_step_is_told()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        var number = await MovedInAsync(office);
        await office.RowAsync("tenkyo", ("atenabango", number), ("jusho_todofuken", "見本県"), ("jusho_shikugunchosonmei", "例示市"), ("jusho_choaza", "南二丁目"), ("idonengappi", "2026-05-01"));
        await office.RowAsync("tenshutsu", ("atenabango", number), ("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-06-01"));
        (await office.RowAsync("jumin-shokai", ("atenabango", number)))["jotai"]!.ToString().Should().Be("転出予定");
        await office.RowAsync("juminhyo", ("atenabango", number), ("seikyushakubun", "1"));
        await office.RowAsync("tenshutsu-kakutei", ("atenabango", number), ("idonengappi", "2026-06-02"));

        (await office.RowsAsync("rireki-shokai", ("atenabango", number))).Select(state => $"{state["idojiyu"]} {state["jusho_choaza"]}")
            .Should().Equal("tennyu 中央一丁目", "tenkyo 南二丁目", "tenshutsu 南二丁目", "tenshutsu 南二丁目");
        (await FeedAsync(office, "ido", "ido")).Select(entry => $"{entry["idojiyu"]} {entry["jusho"]}")
            .Should().Equal("tennyu 見本県例示市中央一丁目２番３号", "tenkyo 見本県例示市南二丁目", "tenshutsu 見本県例示市南二丁目");
        (await FeedAsync(office, "tenshutsushomei", "joho")).Select(entry => entry["jotai"]!.ToString()).Should().Equal("yotei", "kakutei");
        (await office.RowsAsync("jumin-shokai", ("shimei", "見本　花子"))).Should().BeEmpty();
        (await office.RowsAsync("jumin-shokai", ("jusho_choaza", "中央一丁目"), ("rireki", "1"))).Should().ContainSingle("the history is searched too");
        var former = await office.RowAsync("johyo", ("atenabango", number), ("seikyushakubun", "1"));
        (await office.PrintedAsync(former["chohyobango"]!.ToString())).Should().Contain("転出先住所　例示県別市三丁目").And.Contain("異動年月日　令和8年6月2日");
    }

    [Fact]
    public async Task A_cancelled_leaving_restores_the_record_and_is_told()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        var number = await MovedInAsync(office);
        await office.RowAsync("tenshutsu", ("atenabango", number), ("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-06-01"));
        var restored = await office.RowAsync("ido-torikeshi", ("atenabango", number), ("riyu", "取りやめ"));
        (restored["jotai"]!.ToString(), restored["tenshutsusakijusho"]!.ToString()).Should().Be(("住民", ""));
        (await FeedAsync(office, "tenshutsushomei", "joho")).Select(entry => entry["jotai"]!.ToString()).Should().Equal("yotei", "torikeshi");
    }

    [Fact]
    public async Task A_booking_fills_what_is_not_entered_and_is_done_with_it()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        office.Around.Applications.Add(Some.Delivered("B1", "tennyu-yoyaku", Some.Resident(("jusho", "例示県別市一丁目"), ("zenjusho", ""))));
        await office.RoundAsync();
        var moved = await office.RowAsync("tennyu", ("uketsukebango", "B1"), ("idonengappi", "2026-04-03"));
        (moved["shimei"]!.ToString(), moved["zenjusho"]!.ToString(), moved["idonengappi"]!.ToString()).Should().Be(("見本　花子", "例示県別市一丁目", "2026-04-03"));
        await office.RoundAsync();
        (await office.RowAsync("yoyaku-ichiran"))["jotai"]!.ToString().Should().Be("完了");
        office.Around.Asked("PUT /pittari").Select(line => line.Split('"')[3]).Should().Equal("uketsuke", "kanryo");
        (await office.RefusalAsync("tennyu", ("uketsukebango", "B1"))).Should().Equal("E0006");
    }

    [Fact]
    public async Task Without_a_booking_a_wrong_entry_is_refused_and_not_stored()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        (await office.RefusalAsync("tennyu", Some.Resident(("shimei", ""), ("jusho_todofuken", "とても長い県"), ("seinengappi", "1990-13-01")))).Should().BeEquivalentTo("E0001", "E0003", "E0002");
        (await office.RowsAsync("jumin-shokai")).Should().BeEmpty();
    }

    [Fact]
    public async Task Many_people_at_once_get_a_number_each()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        (await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => MovedInAsync(office)))).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_certificate_prints_the_whole_address_under_every_setting_and_the_rest_on_request()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        var number = await MovedInAsync(office, ("kojinbango", "123456789018"), ("jusho_katagaki", "例示荘１０１"));
        foreach (var window in new[] { "0", "1" })
        {
            await office.RowAsync("settei", ("shomeisho_mado", window));
            var plain = await office.PrintedAsync((await office.RowAsync("juminhyo", ("atenabango", number), ("seikyushakubun", "1")))["chohyobango"]!.ToString());
            plain.Should().Contain("住所　見本県例示市中央一丁目２番３号例示荘１０１").And.Contain("生年月日　平成2年4月2日").And.NotContain("123456789018").And.NotContain("本町");
        }

        var full = await office.PrintedAsync((await office.RowAsync("juminhyo", ("atenabango", number), ("seikyushakubun", "1"), ("zokugara_kisai", "1"), ("honseki_kisai", "1"), ("kojinbango_kisai", "1")))["chohyobango"]!.ToString());
        full.Should().Contain("続柄　妻").And.Contain("本籍　見本県例示市本町一番地").And.Contain("個人番号　123456789018");
        (await office.RowsAsync("kofu-kiroku", ("atenabango", number))).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_protected_person_is_lifted_for_a_time_and_covered_again_by_itself()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        var (number, together) = (await MovedInAsync(office), await MovedInAsync(office, ("shimei", "見本　一")));
        await office.RowAsync("shiensochi-moshide", ("atenabango", number), ("kaishinengappi", "2026-04-01"), ("shuryonengappi", "2027-03-31"), ("awasete1", together));
        foreach (var person in new[] { number, together })
        {
            (await office.RefusalAsync("juminhyo", ("atenabango", person), ("seikyushakubun", "2"))).Should().Equal("E0007");
            var seen = await office.RowAsync("jumin-shokai", ("atenabango", person));
            (seen["jusho_choaza"]!.ToString(), seen["keikoku"]!.ToString()).Should().Be(("（非表示）", "支援措置対象者"));
        }

        await office.RowAsync("shiensochi-ichijikaijo", ("atenabango", number), ("kessaibango", "K1"), ("kaijobyo", "60"));
        await office.RowAsync("juminhyo", ("atenabango", number), ("seikyushakubun", "1"));
        (await office.RowAsync("shiensochi-shokai", ("atenabango", number)))["jotai"]!.ToString().Should().Be("一時解除中");
        office.Clock.Advance(TimeSpan.FromSeconds(61));
        (await office.RefusalAsync("juminhyo", ("atenabango", number), ("seikyushakubun", "1"))).Should().Equal("E0007");
        (await FeedAsync(office, "shiensochi", "sabun")).Should().ContainSingle("a lift is told to nobody").Which["awasete"]!.AsArray().Single()!.ToString().Should().Be(together);
    }

    [Fact]
    public async Task A_protection_outlives_its_time_and_the_move_until_the_end_that_is_set()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        var number = await MovedInAsync(office);
        await office.RowAsync("shiensochi-moshide", ("atenabango", number), ("kaishinengappi", "2025-04-01"), ("shuryonengappi", "2026-03-31"));
        (await office.RowsAsync("shiensochi-kigen")).Should().ContainSingle();
        await office.RowAsync("tenshutsu", ("atenabango", number), ("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-04-02"));
        await office.RowAsync("tenshutsu-kakutei", ("atenabango", number), ("idonengappi", "2026-04-02"));
        (await office.RefusalAsync("johyo", ("atenabango", number), ("seikyushakubun", "2"))).Should().Equal("E0007");
        await office.RowAsync("shiensochi-shuki", ("atenabango", number), ("shienshuryonengappi", "2026-04-30"));
        office.Clock.Advance(TimeSpan.FromDays(30));
        await office.RowAsync("johyo", ("atenabango", number), ("seikyushakubun", "2"));
    }

    [Fact]
    public async Task Setting_renewal_and_end_are_told()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        var number = await MovedInAsync(office);
        await office.RowAsync("shiensochi-moshide", ("atenabango", number), ("kaishinengappi", "2026-04-01"), ("shuryonengappi", "2027-03-31"));
        await office.RowAsync("shiensochi-koshin", ("atenabango", number), ("shuryonengappi", "2028-03-31"));
        await office.RowAsync("shiensochi-shuryo", ("atenabango", number), ("shuryoketteinengappi", "2026-04-01"));
        (await FeedAsync(office, "shiensochi", "sabun")).Select(entry => $"{entry["sabunkubun"]} {entry["shuryonengappi"]}")
            .Should().Equal("settei 2027-03-31", "koshin 2028-03-31", "kaijo 2028-03-31");
        (await FeedAsync(office, "shiensochi", "sabun", "2")).Should().ContainSingle();
    }

    [Fact]
    public async Task The_residents_file_lies_where_others_look_for_it()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        await MovedInAsync(office);
        var file = await office.RowAsync("renkei-shutsuryoku", ("renkeiid", "001x006"));
        Encoding.UTF8.GetString(office.Around.Objects[file["filemei"]!.ToString()]).Should().StartWith("atenabango,kojinbango,shimei,").And.Contain("見本県,例示市,中央一丁目");
    }

    private static async Task<string> MovedInAsync(OfficeInstance office, params (string, string)[] more) =>
        (await office.RowAsync("tennyu", Some.Resident(more)))["atenabango"]!.ToString();

    private static async Task<IReadOnlyList<JsonObject>> FeedAsync(OfficeInstance office, string feed, string member, string since = "") =>
        [.. JsonNode.Parse(await office.Api.GetStringAsync(new Uri($"/jumin/v1/{feed}?since={since}", UriKind.Relative)))![member]!.AsArray().Select(entry => entry!.AsObject())];
}
