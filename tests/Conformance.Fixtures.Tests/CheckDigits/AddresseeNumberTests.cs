namespace Conformance.Fixtures.Tests;

public sealed class AddresseeNumberTests
{
    /// <summary>Remainder 1: one 6 under the weight 2 (6 × 2 = 12 = 11 + 1).</summary>
    private const string LeavesOne = "00000000000006";

    [Theory]
    [InlineData("00000000000000", '0')]
    [InlineData("00000000000001", '9')]
    [InlineData("10000000000000", '8')]
    [InlineData("12345678912345", '2')]
    public void The_digit_follows_from_weights_two_to_seven_from_the_right(string body, char digit) =>
        AddresseeNumber.CheckDigit(body).Should().Be(digit);

    [Fact]
    public void Remainder_one_gives_zero_where_the_rule_says_so()
    {
        AddresseeNumber.From(LeavesOne).Value.Should().Be(LeavesOne + "0");
        AddresseeNumber.IsValid(LeavesOne + "0").Should().BeTrue();
        AddresseeNumber.IsValid(LeavesOne + "1").Should().BeFalse();
    }

    [Fact]
    public void Remainder_one_is_never_issued_where_the_rule_says_so()
    {
        AddresseeNumber.CheckDigit(LeavesOne, RemainderOne.NotIssued).Should().BeNull();
        AddresseeNumber.IsValid(LeavesOne + "0", RemainderOne.NotIssued).Should().BeFalse();
        FluentActions.Invoking(() => AddresseeNumber.From(LeavesOne, RemainderOne.NotIssued)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Remainder_one_takes_every_digit_where_nothing_is_asserted() =>
        "0123456789".ToCharArray().Should().OnlyContain(d => AddresseeNumber.IsValid(LeavesOne + d, RemainderOne.Any));

    [Fact]
    public void The_rules_agree_wherever_the_remainder_is_not_one() => DigitStrings.Hold(14, body =>
        AddresseeNumber.Remainder(body) == 1
        || Enum.GetValues<RemainderOne>().Select(r => AddresseeNumber.CheckDigit(body, r)).Distinct().Count() == 1);

    [Fact]
    public void Every_issued_number_is_valid_with_its_digit_and_no_other() => DigitStrings.Hold(14, body =>
    {
        var number = AddresseeNumber.From(body).Value;
        return AddresseeNumber.IsValid(number) && !number.OtherDigits(14).Any(n => AddresseeNumber.IsValid(n));
    });

    [Theory]
    [InlineData("00000000000000")]
    [InlineData("A00000000000000")]
    public void Anything_but_fifteen_digits_is_refused(string value) =>
        Enum.GetValues<RemainderOne>().Should().OnlyContain(r => !AddresseeNumber.IsValid(value, r));
}
