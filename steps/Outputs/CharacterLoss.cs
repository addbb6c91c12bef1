using System.Text;

namespace Conformance.Steps.Outputs;

/// <summary>Says in a word what became of a text that was put out otherwise than it was registered.</summary>
internal static class CharacterLoss
{
    /// <returns>Such as 途中で切れている; empty where it is simply another text.</returns>
    public static string Of(string registered, string put)
    {
        if (put.Length == 0 || registered.Length == 0)
        {
            return "";
        }

        if (put.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return "読めない文字になっている";
        }

        if (registered.StartsWith(put, StringComparison.Ordinal))
        {
            return $"途中で切れている: {Count(registered)}字のうち{Count(put)}字";
        }

        if (Without(registered, IsSelector) == Without(put, IsSelector))
        {
            return "異体字セレクタが失われている";
        }

        if (Fold(registered) == Fold(put))
        {
            return "全角と半角が変わっている";
        }

        return Without(registered, rune => !rune.IsBmp) == Without(put, rune => !rune.IsBmp || rune.Value is '?' or '〓' or '□') && registered.EnumerateRunes().Any(rune => !rune.IsBmp)
            ? "BMP外の文字が失われている" : "";
    }

    private static int Count(string text) => text.EnumerateRunes().Count(rune => !IsSelector(rune));

    private static string Without(string text, Func<Rune, bool> dropped) => string.Concat(text.EnumerateRunes().Where(rune => !dropped(rune)));

    private static string Fold(string text) => Fixtures.Text.ToHalfWidth(text);

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
