using System.Globalization;
using System.Text;

namespace Conformance.Reports;

/// <summary>Text that a product returned, made safe for a surface that would interpret part of it.</summary>
internal static class PlainText
{
    /// <summary>
    /// Only characters that XML 1.0 allows (https://www.w3.org/TR/xml/#charsets); the others are removed, long text is cut
    /// with a note.
    /// </summary>
    public static string ForXml(string? value, int limit = 65_536)
    {
        if (value is null)
        {
            return "";
        }

        var text = new StringBuilder(Math.Min(value.Length, limit));
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length >= limit)
            {
                return text.Append(CultureInfo.InvariantCulture, $" …（全{value.Length}文字）").ToString();
            }

            // A lone surrogate is enumerated as U+FFFD, which XML allows.
            if (rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and not 0xFFFE and not 0xFFFF))
            {
                text.Append(rune.ToString());
            }
        }

        return text.ToString();
    }

    /// <summary>One line for a terminal: control and direction characters become visible, long text is cut.</summary>
    public static string ForTerminal(string? value, int limit = 200)
    {
        if (value is null)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length >= limit)
            {
                return text.Append('…').ToString();
            }

            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value is '\n' or '\t')
            {
                text.Append(' ');
            }
            else if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator)
            {
                text.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
            }
            else
            {
                text.Append(rune.ToString());
            }
        }

        return text.ToString();
    }
}
