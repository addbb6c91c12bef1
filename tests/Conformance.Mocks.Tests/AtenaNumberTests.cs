namespace Conformance.Mocks.Tests;

public sealed class AtenaNumberTests
{
    [Theory]
    // Worked by hand: the last of 14 digits weighs 2, the one before 3, … 7, then 2 again.
    [InlineData("00000000000000", "000000000000000")]
    [InlineData("00000000000001", "000000000000019")]
    [InlineData("00000000000010", "000000000000108")]
    [InlineData("10000000000000", "100000000000008")]
    [InlineData("00000000000004", "000000000000043")]
    public void The_check_digit_is_modulus_11_with_weights_2_to_7(string body, string number) =>
        AtenaNumber.Complete(body).Should().Be(number);

    [Fact]
    public void A_remainder_of_1_disputes_no_check_digit()
    {
        // 2 × 6 = 12, remainder 1.
        AtenaNumber.Remainder("00000000000006").Should().Be(1);

        Enumerable.Range(0, 10).Should().OnlyContain(digit => AtenaNumber.IsPlausible($"00000000000006{digit}"));
        Enumerable.Range(0, 10).Count(digit => AtenaNumber.IsPlausible($"00000000000001{digit}")).Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234567890123")]
    [InlineData("123456789012345")]
    [InlineData("1234567890123４")]
    public void What_is_not_14_digits_has_no_check_digit(string body) =>
        FluentActions.Invoking(() => AtenaNumber.Complete(body)).Should().Throw<FormatException>();
}
