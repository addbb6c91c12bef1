using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Drivers.Ui;

/// <summary>Compares names on screens: widths, spaces and marks such as 「必須」 beside a name do not matter.</summary>
internal static partial class LabelText
{
    /// <summary>Same text apart from width and white space.</summary>
    public static bool Same(string a, string b) => Plain(a) == Plain(b);

    /// <summary>Whether a label on a screen is the name, apart from a trailing or leading mark.</summary>
    public static bool Names(string label, string name) => Bare(label) == Plain(name) || Plain(label) == Plain(name);

    /// <summary>The label without marks, for messages and comparison.</summary>
    public static string Bare(string label)
    {
        var text = Plain(label);
        while (true)
        {
            var shorter = Mark().Replace(text, "");
            if (shorter == text || shorter.Length == 0)
            {
                return text;
            }

            text = shorter;
        }
    }

    /// <summary>The label as it stands there, without marks and outer spaces.</summary>
    public static string Clean(string label)
    {
        var text = label.Trim();
        while (true)
        {
            var shorter = WrittenMark().Replace(text, "").Trim();
            if (shorter == text || shorter.Length == 0)
            {
                return text;
            }

            text = shorter;
        }
    }

    /// <summary>Half-width letters, digits and signs as full-width ones (U+0021–U+007E, the space to U+3000).</summary>
    public static string Widen(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from[i] switch
            {
                ' ' => '\u3000',
                >= '!' and <= '~' => (char)(from[i] + 0xFEE0),
                _ => from[i],
            };
        }
    });

    /// <summary>The inverse of <see cref="Widen"/>.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = from[i] switch
            {
                '\u3000' => ' ',
                >= '！' and <= '～' => (char)(from[i] - 0xFEE0),
                _ => from[i],
            };
        }
    });

    /// <summary>The candidate with the smallest edit distance to the name; null where there is none.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates) =>
        candidates.OrderBy(c => Distance(Plain(name), Bare(c))).ThenByDescending(c => Bare(c).Intersect(Plain(name)).Count()).FirstOrDefault();

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Narrow(text))
        {
            if (!char.IsWhiteSpace(c))
            {
                plain.Append(c == '＿' ? '_' : c);
            }
        }

        return plain.ToString();
    }

    // Levenshtein, two rows.
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    // 「必須」, (必須), [任意], *, ※ and a colon, at either end.
    [GeneratedRegex(@"[\(\[【〔「]?(?:必須|任意|\*|※)[\)\]】〕」]?$|^[\(\[【〔「]?(?:必須|任意|\*|※)[\)\]】〕」]?|:$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[\(\[（［【〔「]?(?:必須|任意|[*＊※])[\)\]）］】〕」]?$|^[\(\[（［【〔「]?(?:必須|任意|[*＊※])[\)\]）］】〕」]?|[:：]$", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenMark();
}
