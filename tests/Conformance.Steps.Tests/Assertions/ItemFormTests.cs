using Conformance.Steps.Assertions;
using Conformance.Steps.Tests.Running;

namespace Conformance.Steps.Tests.Assertions;

public sealed class ItemFormTests
{
    [Theory]
    [InlineData("seinengappi", "2026-02-29", "生年月日 は日付 YYYY-MM-DD: 2026-02-29")]
    [InlineData("生年月日", "2026/04/01", "生年月日 は日付 YYYY-MM-DD: 2026/04/01")]
    [InlineData("bango", "123456", "番号 は 5 桁まで: 123456")]
    [InlineData("番号", "１２", "番号 は半角: １２")]
    [InlineData("kubun", "3", "区分 はコード 区分: 3")]
    [InlineData("件数", "1x", "件数 は数字: 1x")]
    public void A_value_that_has_not_the_form_of_its_item_is_told_with_what_it_should_be(string item, string value, string fault) =>
        Faults("999x001", (item, value)).Should().Equal(fault);

    [Theory]
    [InlineData("seinengappi", "2024-02-29")]
    [InlineData("bango", "A-1")]
    [InlineData("kubun", "1")]
    [InlineData("kensu", "007")]
    [InlineData("kensu", "")]
    [InlineData("kensu", null)]
    [InlineData("無い項目", "何でも")]
    public void A_value_that_has_it_or_is_none_is_nobodys_fault(string item, string? value) => Faults("999x001", (item, value)).Should().BeEmpty();

    [Fact]
    public void Only_the_items_of_the_linkage_are_looked_at_and_all_where_there_is_no_such_linkage()
    {
        Faults("999x001", ("shimei", "十一文字よりも長い氏名だ")).Should().BeEmpty();
        Faults("999x999", ("shimei", "十一文字よりも長い氏名だ")).Should().Equal("氏名 は 10 桁まで: 十一文字よりも長い氏名だ");
    }

    [Theory]
    [InlineData("DATE", "0000-01-01", true)]
    [InlineData("DATE", "9999-12-31", true)]
    [InlineData("DATE", "0000-01-02", false)]
    [InlineData("TIME", "09:00", true)]
    [InlineData("TIME", "9:00", false)]
    [InlineData("YEAR", "2026", true)]
    [InlineData("YEAR", "令和8", false)]
    [InlineData("9V", "1.5", true)]
    [InlineData("9V", "-1.5", false)]
    [InlineData("S9", "-5", true)]
    [InlineData("S9", "1.5", false)]
    [InlineData("Ｎ", "葛󠄀髙𠮷　ＡＢ", true)]
    [InlineData("Ｎ", "ｶﾅ", false)]
    [InlineData("Ｎ", "A", false)]
    [InlineData("X", "ABC-1", true)]
    public void Each_type_has_its_own_form_and_an_open_range_its_two_ends(string type, string value, bool fits) =>
        ItemForm.Faults(Story.Standard(), new Spec.DataItem("D9", "値", "atai", "例", type, "6,2", "", "任意", "", "例示"), value).Any().Should().Be(!fits);

    [Fact]
    public void A_variation_selector_makes_no_value_too_long() => Faults("", ("shimei", "葛󠄀二三四五六七八九十")).Should().BeEmpty();

    [Fact]
    public void A_character_outside_the_plane_counts_once() => Faults("", ("shimei", "𠮷一二三四五六七八九")).Should().BeEmpty();

    private static IReadOnlyList<string> Faults(string linkage, params (string Item, string? Value)[] values) =>
        ItemForm.Faults(Story.Standard(), linkage, values.ToDictionary(value => value.Item, value => value.Value));
}
