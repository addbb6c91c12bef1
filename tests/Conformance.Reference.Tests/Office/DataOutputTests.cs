using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reference.Jidoteate;
using Conformance.Reference.Jumin;
using Conformance.Reference.Office;
using Conformance.Reference.Shikyu;

namespace Conformance.Reference.Tests.Office;

public sealed class DataOutputTests
{
    [Fact]
    public async Task Everything_is_put_out_group_by_group_with_the_number_of_its_records()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        var number = (await office.RowAsync("shinsei", Some.Application(("shimei", "葛󠄀𠮷　見本"))))["shinseibango"]!.ToString();
        await office.RowAsync("kettei", ("shinseibango", number), ("ketteikubun", "1"));

        var files = await FilesAsync(office);

        files.Select(file => (file.Group, file.Rows, file.Lines.Length - 1)).Should().Equal(("申請", 1, 1), ("加算額", 0, 0), ("決定", 1, 1), ("申請履歴", 2, 2));
        files[0].Lines.Should().Equal("shinseibango,shimei,shimei_furigana,seinengappi,jusho,kata,shinseinengappi,jotai", files[0].Lines[1]);
        files[0].Lines[1].Should().StartWith(number + ",葛󠄀𠮷　見本,").And.EndWith(",支給決定");
        files[3].Lines.Skip(1).Select(line => line.Split(',')[1] + line.Split(',')[^1]).Should().Equal("1受付", "2支給決定");
    }

    [Fact]
    public async Task The_files_of_the_last_output_are_listed_and_fetched_with_a_token_only()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        (await office.RowsAsync("shutsuryoku-ichiran")).Should().BeEmpty();
        var files = await office.RowsAsync("data-shutsuryoku");
        (await office.RowsAsync("shutsuryoku-ichiran")).Select(row => row.ToJsonString()).Should().Equal(files.Select(row => row.ToJsonString()));

        var address = new Uri($"/api/data-shutsuryoku/{files[0]["shutsuryokufile"]}", UriKind.Relative);
        using (var stranger = new HttpClient { BaseAddress = office.Api.BaseAddress })
        {
            (await stranger.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        (await office.Api.GetAsync(new Uri("/api/data-shutsuryoku/none.csv", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await office.LogInAsync();
        (await office.SubmitAsync("/data-shutsuryoku", [])).Should().Contain(">取得</a>").And.Contain("/data-shutsuryoku/shinsei_");
    }

    [Theory]
    [InlineData(OfficeVariants.OutputQuoted)]
    [InlineData(OfficeVariants.OutputEndsLinesWithLf)]
    [InlineData(OfficeVariants.OutputInParts)]
    [InlineData(OfficeVariants.OutputInAnyOrder)]
    public async Task A_permitted_difference_loses_no_record(string variant)
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product, variant: variant);
        for (var i = 0; i < 5; i++)
        {
            await office.RowAsync("shinsei", Some.Application());
        }

        var files = (await FilesAsync(office)).Where(file => file.Group == "申請").ToList();

        files.Sum(file => file.Rows).Should().Be(5);
        files.SelectMany(file => file.Lines.Skip(1)).Should().HaveCount(5).And.OnlyHaveUniqueItems();
        files.Should().HaveCount(variant == OfficeVariants.OutputInParts ? 2 : 1);
    }

    [Fact]
    public async Task What_児童手当_was_sent_and_did_is_put_out_and_nothing_is_hidden()
    {
        await using var office = await OfficeInstance.StartAsync(JidoteateApp.Product);
        var entry = Some.Delivered("A1", "nintei", Some.Claim(("genkyoyohi", "1")), intention: "1");
        entry.Papers["p1"] = [1, 2, 3];
        entry.Data["tempu"] = new JsonArray(new JsonObject { ["id"] = "p1", ["mei"] = "shomei.pdf", ["contentType"] = "application/pdf", ["size"] = 3 });
        office.Around.Applications.AddRange([entry, Some.Delivered("A2", "nintei", Some.Claim(("seinengappi", "1990-02-30")))]);
        office.Around.Accounts[Some.Person] = Some.Members(Some.Account);
        office.Around.Feeds["shiensochi"].Add(Some.Members([("sabunbango", "D1"), ("sabunkubun", "settei"), ("atenabango", Some.Person), ("kaishinengappi", "2026-01-01")]));
        office.Around.Feeds["ido"].Add(Some.Members([("idobango", "E1"), ("idojiyu", "tenkyo"), ("atenabango", Some.Person), ("idonengappi", "2026-04-01")]));
        office.Around.Feeds["tenshutsushomei"].Add(Some.Members(
            [("shomeibango", "M1"), ("atenabango", Some.Person), ("shimei", "見本　花子"), ("seinengappi", "1990-04-02"), ("tenshutsusakijusho", "見本県例示市一丁目"), ("jotai", "yotei")]));
        await office.RoundAsync();
        var claim = ("seikyubango", (await office.RowAsync("shinsei-ichiran", ("uketsukebango", "A1")))["seikyubango"]!.ToString());
        await office.RowAsync("shinsa", claim);
        await office.RoundAsync();
        var number = ("ninteibango", (await office.RowAsync("kettei", claim, ("ketteikubun", "1")))["ninteibango"]!.ToString());
        await office.RowAsync("genkyo-toroku", number, ("nendo", "2026"), ("teishutsunengappi", "2026-07-01"));
        (await office.RowAsync("genkyo-taisho", ("nendo", "2026")))["teishutsunengappi"]!.ToString().Should().Be("2026-07-01");
        await office.RowAsync("shiharai-ichiran", ("shiharainengetsu", "2026-08"), number);

        var files = (await FilesAsync(office)).ToDictionary(file => file.Group, file => file.Lines);

        files.Should().OnlyContain(file => file.Value.Length > 1, "everything was made");
        files["保留申請"][1].Should().StartWith("A2,nintei,").And.Contain("未処理");
        files["添付書類"][1].Should().StartWith(claim.Item2 + ",p1,shomei.pdf,application/pdf,3,");
        files["現況届"][1].Should().Be(number.Item2 + ",2026,2026-07-01");
        files["支払"][1].Should().Contain("2026-05/2026-07");
        files["口座照会"][1].Should().Be($"I1,{claim.Item2},{Some.Person},確定,0001,002,1,1234567,ミホン　ハナコ,2026-04-01T09:00:00+09:00");
        files["支援措置"][1].Should().StartWith($"D1,{Some.Person},settei,2026-01-01,");
        files["異動"][1].Should().StartWith($"E1,{Some.Person},").And.Contain(",tenkyo,2026-04-01,");
        files["仮登録"][1].Should().StartWith("M1,").And.EndWith("見本県例示市一丁目,,yotei");
        files["帳票"][1].Should().Contain("児童手当認定通知書").And.Contain(Some.Person);
        files["操作記録"].Skip(1).Select(line => line.Split(',')[0]).Should().OnlyHaveUniqueItems();
        files.Values.SelectMany(lines => lines).Should().NotContain(line => line.Contains("非表示", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_住民記録_was_sent_and_told_others_is_put_out()
    {
        await using var office = await OfficeInstance.StartAsync(JuminApp.Product);
        var here = ("atenabango", (await office.RowAsync("tennyu", Some.Resident()))["atenabango"]!.ToString());
        office.Around.Applications.AddRange(
        [
            Some.Delivered("B1", "tenshutsu", Some.Resident(("jusho", "見本県例示市"), ("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-06-01"))),
            Some.Delivered("B2", "tennyu-yoyaku", Some.Resident(("seinengappi", "1990-02-30"))),
        ]);
        await office.RoundAsync();
        await office.RowAsync("juminhyo", here, ("seikyushakubun", "1"));
        await office.RowAsync("shiensochi-moshide", here, ("kaishinengappi", "2026-01-01"), ("shuryonengappi", "2026-12-31"), ("awasete1", Some.Person));
        await office.RowAsync("tenshutsu", here, ("tenshutsusakijusho", "例示県別市三丁目"), ("tenshutsuyoteinengappi", "2026-06-01"));

        var files = (await FilesAsync(office)).ToDictionary(file => file.Group, file => file.Lines);

        files.Should().OnlyContain(file => file.Value.Length > 1, "everything was made");
        files["申請"].Skip(1).Select(line => string.Join(' ', line.Split(',')[..3])).Should().Equal("B1 tenshutsu 受付", "B2 tennyu-yoyaku 保留");
        files["申請"][1].Should().Contain(",見本県例示市,").And.Contain(",例示県別市三丁目,2026-06-01,");
        files["転出証明書情報"][1].Should().Contain(here.Item2).And.EndWith(",例示県別市三丁目,2026-06-01,yotei");
        files["支援措置差分"][1].Should().EndWith($"{here.Item2},settei,2026-01-01,2026-12-31,{Some.Person}");
        files["操作記録"].Should().Contain(line => line.EndsWith(",転入届の登録," + here.Item2, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<(string Group, int Rows, string[] Lines)>> FilesAsync(OfficeInstance office)
    {
        var files = new List<(string, int, string[])>();
        foreach (var file in await office.RowsAsync("data-shutsuryoku"))
        {
            var text = Encoding.UTF8.GetString(await office.Api.GetByteArrayAsync(new Uri($"/api/data-shutsuryoku/{file["shutsuryokufile"]}", UriKind.Relative)));
            files.Add((file["gurupu"]!.ToString(), int.Parse(file["kensu"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToArray()));
        }

        return files;
    }
}
