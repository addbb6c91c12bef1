namespace Conformance.Fixtures.Tests;

public sealed class CorporateNumberTests
{
    [Fact]
    public void The_published_vector_is_valid() => CorporateNumber.Parse("7000012050002").Value.Should().Be("7000012050002");

    [Fact]
    public void Every_twelve_digits_get_one_check_digit_and_no_other() => DigitStrings.Hold(12, body =>
    {
        var number = CorporateNumber.From(body).Value;
        return number[0] != '0' && CorporateNumber.IsValid(number) && !number.OtherDigits(0).Any(CorporateNumber.IsValid);
    });

    [Theory]
    [InlineData("8000012050002")]
    [InlineData("000012050002")]
    [InlineData("７000012050002")]
    public void Anything_else_is_refused(string value)
    {
        CorporateNumber.IsValid(value).Should().BeFalse();
        FluentActions.Invoking(() => CorporateNumber.Parse(value)).Should().Throw<FormatException>();
    }
}
