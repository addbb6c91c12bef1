using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Comparison;

/// <summary>
/// How much two Japanese sentences have in common: the shared part of their character pairs (Jaccard index, 0 to 1). Japanese is
/// written without spaces, so pairs of characters stand for words; width and white space do not count.
/// </summary>
public static class Similarity
{
    /// <summary>1 where both are equal, 0 where they share no pair; two empty texts are equal.</summary>
    public static double Of(string a, string b) => Of(Pairs(a), Pairs(b));

    internal static double Of(int[] a, int[] b)
    {
        if (a.Length == 0 && b.Length == 0)
        {
            return 1;
        }

        int shared = 0, i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return (double)shared / (a.Length + b.Length - shared);
    }

    /// <summary>The distinct character pairs of a text, ascending; a text of one character is its own pair.</summary>
    internal static int[] Pairs(string text)
    {
        var folded = Width.Fold(text);
        if (folded.Length == 1)
        {
            return [folded[0]];
        }

        var pairs = new HashSet<int>();
        for (var i = 0; i + 1 < folded.Length; i++)
        {
            pairs.Add((folded[i] << 16) | folded[i + 1]);
        }

        int[] sorted = [.. pairs];
        Array.Sort(sorted);
        return sorted;
    }
}
