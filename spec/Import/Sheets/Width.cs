using System.Text;

namespace Conformance.Spec.Import.Sheets;

/// <summary>
/// Width of characters, by code point: culture data is switched off in this program, so <c>string.Normalize</c> and
/// <c>StrConv</c>-like services are not relied on.
/// </summary>
public static class Width
{
    private const string Kana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

    /// <summary>Full-width letters, digits and signs become ASCII, the ideographic space a blank; the rest stays.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            span[i] = source[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                '\u3000' => ' ',
                _ => source[i],
            };
        }
    });

    /// <summary>
    /// The form in which header words are compared: ASCII narrow and upper case, katakana wide, no white space. So
    /// 「データ型」, 「ﾃﾞｰﾀ型」 and 「データ\n型」 are one word.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Narrow(text))
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            if (c is >= '\uFF61' and <= '\uFF9F')
            {
                AppendKana(folded, c);
            }
            else
            {
                folded.Append(char.ToUpperInvariant(c));
            }
        }

        return folded.ToString();
    }

    private static void AppendKana(StringBuilder folded, char c)
    {
        var last = folded.Length > 0 ? folded[^1] : '\0';
        switch (c)
        {
            case 'ﾞ' when last == 'ウ':
                folded[^1] = 'ヴ';
                break;
            case 'ﾞ' when last is (>= 'カ' and <= 'ト') or 'ハ' or 'ヒ' or 'フ' or 'ヘ' or 'ホ':
                folded[^1] = (char)(last + 1);
                break;
            case 'ﾟ' when last is 'ハ' or 'ヒ' or 'フ' or 'ヘ' or 'ホ':
                folded[^1] = (char)(last + 2);
                break;
            default:
                folded.Append(Kana[c - '\uFF61']);
                break;
        }
    }
}
