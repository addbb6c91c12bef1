using System.Net;
using System.Text;
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
