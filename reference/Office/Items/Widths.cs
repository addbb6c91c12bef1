using System.Text;

namespace Conformance.Reference.Office.Items;

/// <summary>Characters as a reader counts and sees them.</summary>
internal static class Widths
{
    /// <summary>Number of characters: one outside the BMP is one, a variation selector none.</summary>
    public static int Count(string value) => value.EnumerateRunes().Count(rune => !IsSelector(rune));

    public static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>ASCII with its controls, and half-width katakana.</summary>
    public static bool IsHalf(Rune rune) => rune.Value is <= 0x7F or (>= 0xFF61 and <= 0xFF9F);

    /// <summary>A character for each code unit of a value: what a reader sees as one stays together.</summary>
    public static IReadOnlyList<string> Cells(string value)
    {
        var cells = new List<string>();
        foreach (var rune in value.EnumerateRunes())
        {
            if (IsSelector(rune) && cells.Count > 0)
            {
                cells[^1] += rune.ToString();
            }
            else
            {
                cells.Add(rune.ToString());
            }
        }

        return cells;
    }

    /// <summary>Full-width letters, digits, signs and the ideographic space as half-width ones.</summary>
    public static string Narrow(string value) => Mapped(value, c => c switch
    {
        '　' => ' ',
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        _ => c,
    });

    /// <summary>The reverse of <see cref="Narrow"/>.</summary>
    public static string Widen(string value) => Mapped(value, c => c switch
    {
        ' ' => '　',
        >= '!' and <= '~' => (char)(c + 0xFEE0),
        _ => c,
    });

    private static string Mapped(string value, Func<char, char> map) => string.Create(value.Length, value, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = map(source[i]);
        }
    });
}
