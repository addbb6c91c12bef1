using Conformance.Derivation.Bounds;

namespace Conformance.Derivation.Tests.Bounds;

public sealed class DualSimplexTests
{
    [Fact]
    public void A_programme_with_a_fractional_optimum_is_solved_exactly()
    {
        // The vertices of a triangle, each edge needs one of its ends: 3/2.
        var solved = new DualSimplex([([1, 1, 0], 1, false), ([0, 1, 1], 1, false), ([1, 0, 1], 1, false)], [1, 1, 1]).Solve(100);

        solved!.Value.Value.Should().Be(new Fraction(3, 2));
        solved.Value.X.Should().Equal(new Fraction(1, 2), new Fraction(1, 2), new Fraction(1, 2));
        solved.Value.Multipliers.Aggregate((Fraction)0, (sum, weight) => sum + weight).Should().Be(new Fraction(3, 2));
    }

    [Fact]
    public void An_equation_holds_in_both_directions()
    {
        var solved = new DualSimplex([([1, -1], 0, true), ([0, 1], 2, false)], [3, 0]).Solve(100);

        solved!.Value.Value.Should().Be((Fraction)6);
        solved.Value.X.Should().Equal(2, 2);
    }

    [Fact]
    public void What_cannot_be_satisfied_has_no_answer() =>
        new DualSimplex([([1], 1, false), ([1], 0, true)], [0]).Solve(100).Should().BeNull();

    [Theory]
    [InlineData(6, 4, "3/2")]
    [InlineData(-6, 4, "-3/2")]
    [InlineData(6, -4, "-3/2")]
    [InlineData(0, 5, "0")]
    public void Fractions_are_reduced(int numerator, int denominator, string text) => new Fraction(numerator, denominator).ToString().Should().Be(text);

    [Theory]
    [InlineData(3, 2, 2)]
    [InlineData(4, 2, 2)]
    [InlineData(-3, 2, -1)]
    public void The_ceiling_is_the_next_integer(int numerator, int denominator, int ceiling) => new Fraction(numerator, denominator).Ceiling.Should().Be(ceiling);
}
