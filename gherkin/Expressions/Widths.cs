namespace Conformance.Gherkin;

/// <summary>Full-width digits, signs and letters as half-width ones, by code point.</summary>
internal static class Widths
{
    /// <summary>Replaces ０–９ Ａ–ｚ and the signs of numbers, dates and times; leaves everything else.</summary>
    public static string Narrow(string text)
    {
        foreach (var character in text)
        {
            if (NarrowOf(character) != character)
            {
                return string.Create(text.Length, text, static (target, source) =>
                {
                    for (var i = 0; i < target.Length; i++)
                    {
                        target[i] = NarrowOf(source[i]);
                    }
                });
            }
        }

        return text;
    }

    private static char NarrowOf(char character) => character switch
    {
        >= '０' and <= '９' => (char)(character - '０' + '0'),
        >= 'Ａ' and <= 'Ｚ' => (char)(character - 'Ａ' + 'A'),
        >= 'ａ' and <= 'ｚ' => (char)(character - 'ａ' + 'a'),
        '－' or '−' or '‐' => '-',
        '＋' => '+',
        '，' => ',',
        '．' => '.',
        '：' => ':',
        '／' => '/',
        '　' => ' ',
        _ => character,
    };
}
