namespace Conformance.Fixtures.Tests;

public sealed class ItemValuesTests
{
    [Theory]
    [InlineData("X", 15)]
    [InlineData("Ｎ", 100)]
    [InlineData("9", 3)]
    [InlineData("S9", 4)]
    [InlineData("YEAR", 4)]
    [InlineData("DATE", 10)]
    [InlineData("TIME", 8)]
    [InlineData("TIME", 5)]
    public void A_value_has_exactly_the_length_asked_for(string type, int length) =>
        ItemValues.AtLength(type, length).Should().HaveLength(length);

    [Fact]
    public void Katakana_is_given_where_a_reading_is_asked_for() =>
        ItemValues.AtLength("Ｎ", 30, kana: true).Should().HaveLength(30).And.Be(Text.Katakana(30));

    [Theory]
    [InlineData("DATE", 11)]
    [InlineData("YEAR", 5)]
    [InlineData("N", 1)]
    [InlineData("BLOB", 1)]
    public void What_no_value_can_have_is_refused(string type, int length) =>
        FluentActions.Invoking(() => ItemValues.AtLength(type, length)).Should().Throw<ArgumentException>().WithMessage($"*{type}*");

    [Fact]
    public void A_value_of_the_wrong_class_is_wrong_in_nothing_but_its_class()
    {
        ItemValues.WrongClass("X", 6).Should().HaveLength(6).And.Match(v => Text.IsFullWidth(v));
        ItemValues.WrongClass("Ｎ", 6).Should().HaveLength(6).And.Match(v => Text.IsHalfWidth(v));
        ItemValues.WrongClass("DATE", 10).Should().HaveLength(10).And.NotMatchRegex("[0-9]");
        FluentActions.Invoking(() => ItemValues.WrongClass("N")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Impossible_dates_and_times_are_well_formed()
    {
        DateOnly.TryParse(ItemValues.ImpossibleDate, out _).Should().BeFalse();
        TimeOnly.TryParse(ItemValues.ImpossibleTime, out _).Should().BeFalse();
        ItemValues.ImpossibleDate.Should().MatchRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        ItemValues.ImpossibleTime.Should().MatchRegex("^[0-9]{2}:[0-9]{2}:[0-9]{2}$");
    }
}
