using System.Text;

namespace Conformance.Reports;

/// <summary>
/// Columns that text takes on a terminal, and lines that fit. Spectre.Console 0.49.1 fails with an ArgumentOutOfRangeException
/// when it has to break a word of wide characters (Japanese has no spaces), so no line longer than the terminal is handed to it.
/// </summary>
internal static class TerminalWidth
{
    /// <summary>Never too low: all but ASCII and half-width katakana counts as two columns, as East Asian terminals do.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    public static string PadTo(string text, int columns) => text + new string(' ', Math.Max(0, columns - Of(text)));

    /// <summary>Lines of at most <paramref name="columns"/> columns; all but the first are indented.</summary>
    public static IEnumerable<string> Fold(string text, int columns, int indent)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + Of(rune) > columns && used > indent)
            {
                yield return line.ToString();
                line.Clear().Append(' ', indent);
                used = indent;
            }

            line.Append(rune.ToString());
            used += Of(rune);
        }

        yield return line.ToString();
    }

    private static int Of(Rune rune) => rune.Value is < 0x80 or (>= 0xFF61 and <= 0xFF9F) ? 1 : 2;
}
