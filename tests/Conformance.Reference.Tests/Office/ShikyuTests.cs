using System.Globalization;
using Conformance.Reference.Shikyu;

namespace Conformance.Reference.Tests.Office;

public sealed class ShikyuTests
{
    [Theory]
    [InlineData("1", "12500", "62500")]
    [InlineData("2", "", "50000")]
    [InlineData("2", "0", "50000")]
    [InlineData("1", "999999", "1049999")]
    public async Task The_amount_is_fifty_thousand_and_the_supplement_of_the_kind(string kind, string supplement, string amount)
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        await office.RowAsync("kasangaku", ("kata", kind), ("kasangaku", supplement), ("tekiyokaishinengappi", "2026-04-01"));
        var number = (await office.RowAsync("shinsei", Some.Application(("kata", kind))))["shinseibango"]!.ToString();
        var decided = await office.RowAsync("kettei", ("shinseibango", number), ("ketteikubun", "1"), ("ketteinengappi", "2026-04-05"));
        decided["shikyugaku"]!.ToString().Should().Be(amount);
        (await office.PrintedAsync(decided["chohyobango"]!.ToString())).Should().Contain("支給額　").And.Contain(int.Parse(amount, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture) + "円").And.Contain("決定年月日　令和8年4月5日");
        (await office.RefusalAsync("kettei", ("shinseibango", number), ("ketteikubun", "1"))).Should().Equal("E0006");
    }

    [Fact]
    public async Task The_supplement_of_the_day_counts()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        await office.RowAsync("kasangaku", ("kata", "1"), ("kasangaku", "100"), ("tekiyokaishinengappi", "2026-04-01"));
        await office.RowAsync("kasangaku", ("kata", "1"), ("kasangaku", "200"), ("tekiyokaishinengappi", "2026-05-01"));
        foreach (var (day, amount) in new[] { ("2026-03-31", "50000"), ("2026-04-30", "50100"), ("2026-05-01", "50200") })
        {
            (await office.RowAsync("gaku-santei", ("kata", "1"), ("kijunnengappi", day)))["shikyugaku"]!.ToString().Should().Be(amount);
        }
    }

    [Theory]
    [InlineData("1000000")]
    [InlineData("-1")]
    [InlineData("100.5")]
    [InlineData("千円")]
    public async Task A_supplement_is_six_digits_or_nothing(string supplement)
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        (await office.PostAsync("kasangaku", ("kata", "1"), ("kasangaku", supplement))).Status.Should().Be(System.Net.HttpStatusCode.BadRequest);
        (await office.RowsAsync("kasangaku-shokai")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_prints_it()
    {
        await using var office = await OfficeInstance.StartAsync(ShikyuApp.Product);
        var number = (await office.RowAsync("shinsei", Some.Application()))["shinseibango"]!.ToString();
        (await office.RefusalAsync("kettei", ("shinseibango", number), ("ketteikubun", "2"))).Should().Equal("E0001");
        var decided = await office.RowAsync("kettei", ("shinseibango", number), ("ketteikubun", "2"), ("riyu", "要件を満たさない"));
        (await office.PrintedAsync(decided["chohyobango"]!.ToString())).Should().StartWith("不支給決定通知書").And.Contain("理由　要件を満たさない");
    }
}
