namespace Conformance.Fixtures.Tests;

public sealed class PersonalNumberTests
{
    [Fact]
    public void The_published_vector_is_valid() => PersonalNumber.Parse("123456789018").Value.Should().Be("123456789018");

    [Fact]
    public void Every_eleven_digits_get_one_check_digit_and_no_other() => DigitStrings.Hold(11, body =>
    {
        var number = PersonalNumber.From(body).Value;
        return PersonalNumber.IsValid(number) && !number.OtherDigits(11).Any(PersonalNumber.IsValid);
    });

    [Fact]
    public void A_wrong_digit_is_noticed_unless_both_remainders_give_zero() => DigitStrings.Hold(11, body =>
    {
        var number = PersonalNumber.From(body).Value;
        return Enumerable.Range(0, 11).All(i => number.OtherDigits(i)
            .All(other => !PersonalNumber.IsValid(other) || number[11] == '0'));
    });

    [Theory]
    [InlineData("12345678901")]
    [InlineData("1234567890180")]
    [InlineData("１２３４５６７８９０１８")]
    [InlineData("123456789017")]
    [InlineData("")]
    public void Anything_else_is_refused(string value)
    {
        PersonalNumber.IsValid(value).Should().BeFalse();
        FluentActions.Invoking(() => PersonalNumber.Parse(value)).Should().Throw<FormatException>();
    }
}
