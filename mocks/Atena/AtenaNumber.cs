namespace Conformance.Mocks;

/// <summary>
/// 宛名番号: 15 digits, the last a check digit modulus 11 over the first 14 with the weights 2 to 7, repeating from the right. The text says what
/// remainder 0 gives (0) and nothing about remainder 1, so the neighbour never hands out a number whose remainder is 1.
/// </summary>
public static class AtenaNumber
{
    public const int Digits = 15;

    /// <summary>The weighted sum of the first 14 digits, modulo 11.</summary>
    /// <param name="body">14 ASCII digits.</param>
    /// <exception cref="FormatException">Not 14 ASCII digits.</exception>
    public static int Remainder(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (body.Length != Digits - 1 || !body.All(char.IsAsciiDigit))
        {
            throw new FormatException($"'{body}' is not {Digits - 1} digits.");
        }

        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += (body[body.Length - 1 - i] - '0') * (2 + (i % 6));
        }

        return sum % 11;
    }

    /// <summary>The number with its check digit; remainder 0 and, by the assumed rule, 1 give 0.</summary>
    public static string Complete(string body) => $"{body}{(Remainder(body) is var remainder and > 1 ? 11 - remainder : 0)}";

    /// <summary>True where the check digit is right, for remainder 1 whatever it is.</summary>
    public static bool IsPlausible(string number) =>
        number is { Length: Digits } && number.All(char.IsAsciiDigit) && (Remainder(number[..^1]) == 1 || Complete(number[..^1]) == number);
}
