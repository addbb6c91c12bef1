namespace Conformance.Fixtures.Tests;

public sealed class MunicipalityCodeTests
{
    [Theory]
    [InlineData("131016")]
    [InlineData("010006")]
    [InlineData("011002")]
    [InlineData("472018")]
    public void Published_codes_are_valid(string code) => MunicipalityCode.Parse(code).Value.Should().Be(code);

    [Fact]
    public void Every_five_digits_get_one_check_digit_and_no_other() => DigitStrings.Hold(5, body =>
    {
        var code = MunicipalityCode.From(body).Value;
        return MunicipalityCode.IsValid(code) && !code.OtherDigits(5).Any(MunicipalityCode.IsValid);
    });

    [Theory]
    [InlineData("131017")]
    [InlineData("13101")]
    [InlineData("13101６")]
    public void Anything_else_is_refused(string value)
    {
        MunicipalityCode.IsValid(value).Should().BeFalse();
        FluentActions.Invoking(() => MunicipalityCode.Parse(value)).Should().Throw<FormatException>();
    }
}
