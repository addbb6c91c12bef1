namespace Conformance.Fixtures.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(18)]
    [InlineData(300)]
    public void Text_has_the_length_and_the_class_asked_for(int length)
    {
        Text.FullWidth(length, "s").Should().HaveLength(length).And.Match(t => Text.IsFullWidth(t));
        Text.Katakana(length, "s").Should().HaveLength(length).And.Match(t => Text.IsFullWidth(t) && t.All(c => c >= 'ァ' && c <= 'ヶ'));
        Text.HalfWidth(length, "s").Should().HaveLength(length).And.Match(t => Text.IsHalfWidth(t));
        Text.Digits(length, "s").Should().HaveLength(length).And.Match(t => t.All(char.IsAsciiDigit));
    }

    [Fact]
    public void The_same_salt_gives_the_same_text_and_another_gives_another()
    {
        Text.FullWidth(20, "a").Should().Be(Text.FullWidth(20, "a"));
        Text.FullWidth(20, "a").Should().NotBe(Text.FullWidth(20, "b"));
    }

    [Fact]
    public void Widths_convert_by_code_point_and_back()
    {
        var ascii = string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c));

        Text.IsFullWidth(Text.ToFullWidth(ascii)).Should().BeTrue();
        Text.ToHalfWidth(Text.ToFullWidth(ascii)).Should().Be(ascii);
        Text.ToFullWidth("1番A").Should().Be("１番Ａ");
    }

    [Theory]
    [InlineData("ｱ")]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("佐藤 一郎")]
    [InlineData("é")]
    public void Half_width_characters_are_not_full_width(string text) => Text.IsFullWidth(text).Should().BeFalse();

    [Theory]
    [InlineData("佐藤　一郎")]
    [InlineData("ＺＨＡＮＧ　ＹＵＬＩ")]
    [InlineData("\U00020BB7野")]
    [InlineData("葛\U000E0100城")]
    [InlineData("令和○年頃")]
    public void Full_width_characters_are(string text) => Text.IsFullWidth(text).Should().BeTrue();

    [Fact]
    public void A_negative_length_is_refused() =>
        FluentActions.Invoking(() => Text.FullWidth(-1)).Should().Throw<ArgumentOutOfRangeException>();
}
