using Conformance.Reference.Atena;

namespace Conformance.Reference.Tests.Atena;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("佐藤", 2)]
    [InlineData("𠮷野", 2)]
    [InlineData("葛󠄀", 1)]
    [InlineData("", 0)]
    public void A_selector_does_not_count_and_a_surrogate_pair_counts_once(string text, int count) =>
        Characters.Count(text).Should().Be(count);

    [Theory]
    [InlineData("佐藤　一郎", true)]
    [InlineData("𠮷葛󠄀", true)]
    [InlineData("佐藤 一郎", false)]
    [InlineData("ｻﾄｳ", false)]
    [InlineData("あ\n", false)]
    public void Full_width_text_has_no_half_width_form_or_control(string text, bool wide) =>
        Characters.AreFullWidth(text).Should().Be(wide);

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_full_width_text() => Characters.AreFullWidth(new string('\uD842', 1)).Should().BeFalse();

    [Theory]
    [InlineData("ABC 123", "ＡＢＣ　１２３")]
    [InlineData("ｶﾞｷﾞﾊﾟｳﾞｱﾞ", "ガギパヴア゛")]
    [InlineData("佐藤", "佐藤")]
    public void Widening_joins_marks(string narrow, string wide) => Characters.Widen(narrow).Should().Be(wide);
}
