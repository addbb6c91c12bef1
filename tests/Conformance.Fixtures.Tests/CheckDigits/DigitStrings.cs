using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Fixtures.Tests;

/// <summary>Strings of ASCII digits, with a fixed replay so that a failure repeats.</summary>
internal static class DigitStrings
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(31, 2023);

    public static void Hold(int length, Func<string, bool> property) =>
        Check.One(s_config, Prop.ForAll(Of(length), property));

    private static Arbitrary<string> Of(int length) =>
        Gen.Choose(0, 9).ArrayOf(length).Select(digits => string.Concat(digits)).ToArbitrary();

    /// <summary>The number with its digit at <paramref name="index"/> replaced by each of the nine others.</summary>
    public static IEnumerable<string> OtherDigits(this string number, int index) =>
        "0123456789".Where(d => d != number[index]).Select(d => $"{number[..index]}{d}{number[(index + 1)..]}");
}
