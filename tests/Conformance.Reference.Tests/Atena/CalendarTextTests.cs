using Conformance.Reference.Atena;

namespace Conformance.Reference.Tests.Atena;

public sealed class CalendarTextTests
{
    [Theory]
    [InlineData("1964-07-01", "昭和39年7月1日")]
    [InlineData("2019-04-30", "平成31年4月30日")]
    [InlineData("2019-05-01", "令和元年5月1日")]
    [InlineData("1989-01-07", "昭和64年1月7日")]
    [InlineData("1964-07-00", "昭和39年7月")]
    [InlineData("1964-00-00", "昭和39年")]
    [InlineData("0000-00-00", "不詳")]
    [InlineData("1867-01-01", "1867-01-01")]
    [InlineData("", "")]
    public void Wareki_goes_there_and_back(string date, string wareki)
    {
        CalendarText.ToWareki(date).Should().Be(wareki);
        CalendarText.FromWareki(wareki).Should().Be(date);
    }

    [Theory]
    [InlineData("昭和３９年７月１日", "1964-07-01")]
    [InlineData("昭和39年13月1日", "1964-13-01")]
    [InlineData("昭和XX年", "昭和XX年")]
    [InlineData("昭和", "昭和")]
    public void What_is_no_date_is_left_to_the_checks(string typed, string value) => CalendarText.FromWareki(typed).Should().Be(value);

    [Theory]
    [InlineData("2024-02-29", true, true)]
    [InlineData("2023-02-29", false, false)]
    [InlineData("1964-00-00", false, true)]
    [InlineData("0000-02-29", false, true)]
    [InlineData("0000-02-30", false, false)]
    [InlineData("1964-13-01", false, false)]
    [InlineData("1964/07/01", false, false)]
    public void Unknown_parts_are_dates_only_where_they_are_allowed(string text, bool strict, bool lenient)
    {
        CalendarText.IsDate(text, unknownParts: false).Should().Be(strict);
        CalendarText.IsDate(text, unknownParts: true).Should().Be(lenient);
    }
}
