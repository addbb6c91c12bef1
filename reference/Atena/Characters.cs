using System.Text;

namespace Conformance.Reference.Atena;

/// <summary>
/// Character classes of the document's データ型. A character is one Unicode code point; a variation selector belongs to the
/// character before it and does not count (the document says only 「文字数」, not how a selector counts).
/// </summary>
internal static class Characters
{
    /// <summary>Number of characters, without variation selectors.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count(rune => !IsSelector(rune));

    /// <summary>X: printable ASCII.</summary>
    public static bool AreHalfWidth(string text) => text.All(c => c is >= ' ' and <= '~');

    /// <summary>Ｎ: no ASCII, no control character, no half-width form, no lone surrogate.</summary>
    public static bool AreFullWidth(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            if (rune.Value is < 0xA0 or (>= 0xFF61 and <= 0xFFDC) or (>= 0xFFE8 and <= 0xFFEE))
            {
                return false;
            }

            i += used;
        }

        return true;
    }

    /// <summary>VS1 to VS256.</summary>
    public static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>ASCII as its full-width form, half-width katakana as katakana with their marks joined.</summary>
    public static string Widen(string text)
    {
        var wide = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            switch (text[i])
            {
                case ' ':
                    wide.Append('\u3000');
                    break;
                case >= '!' and <= '~':
                    wide.Append((char)(text[i] + 0xFEE0));
                    break;
                case >= '\uFF61' and <= '\uFF9F':
                    var kana = Katakana[text[i] - 0xFF61];
                    if (next == 'ﾞ' && Voiced.Contains(kana, StringComparison.Ordinal))
                    {
                        wide.Append(kana == 'ウ' ? 'ヴ' : (char)(kana + 1));
                        i++;
                    }
                    else if (next == 'ﾟ' && HalfVoiced.Contains(kana, StringComparison.Ordinal))
                    {
                        wide.Append((char)(kana + 2));
                        i++;
                    }
                    else
                    {
                        wide.Append(kana);
                    }

                    break;
                default:
                    wide.Append(text[i]);
                    break;
            }
        }

        return wide.ToString();
    }

    // U+FF61 to U+FF9F in their order.
    private const string Katakana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    private const string Voiced = "ウカキクケコサシスセソタチツテトハヒフヘホ";
    private const string HalfVoiced = "ハヒフヘホ";
}
