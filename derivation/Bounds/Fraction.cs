namespace Conformance.Derivation.Bounds;

/// <summary>An exact fraction, reduced, with a positive denominator.</summary>
/// <exception cref="OverflowException">A result does not fit 64 bits.</exception>
internal readonly record struct Fraction : IComparable<Fraction>
{
    // The default value must be zero, so the denominator is kept one less.
    private readonly long _belowDenominator;

    public Fraction(long numerator, long denominator = 1)
    {
        if (denominator != 1)
        {
            var divisor = Divisor(Math.Abs(numerator), Math.Abs(denominator)) * Math.Sign(denominator);
            (numerator, denominator) = (numerator / divisor, denominator / divisor);
        }

        (Numerator, _belowDenominator) = (numerator, denominator - 1);
    }

    public long Numerator { get; }

    public long Denominator => _belowDenominator + 1;

    public int Sign => Math.Sign(Numerator);

    /// <summary>The smallest integer that is not less.</summary>
    public long Ceiling => Numerator >= 0 ? (Numerator + Denominator - 1) / Denominator : -(-Numerator / Denominator);

    public static implicit operator Fraction(int value) => new(value);

    public static Fraction operator +(Fraction a, Fraction b) => a.Denominator == 1 && b.Denominator == 1 ? new(checked(a.Numerator + b.Numerator))
        : new(checked((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator)), checked(a.Denominator * b.Denominator));

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

    public static Fraction operator *(Fraction a, Fraction b) => a.Denominator == 1 && b.Denominator == 1 ? new(checked(a.Numerator * b.Numerator))
        : new(checked(a.Numerator * b.Numerator), checked(a.Denominator * b.Denominator));

    public static Fraction operator /(Fraction a, Fraction b) => new(checked(a.Numerator * b.Denominator), checked(a.Denominator * b.Numerator));

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public int CompareTo(Fraction other) => checked(Numerator * other.Denominator).CompareTo(checked(other.Numerator * Denominator));

    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    private static long Divisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
