namespace Conformance.Mocks;

/// <summary>Edit distance, to tell how near a request came to a stub.</summary>
internal static class Levenshtein
{
    /// <summary>Edits over the length of the longer text: 0 (equal) to 1. Texts beyond 2,000 characters are compared by their beginnings.</summary>
    public static double Normalised(string left, string right)
    {
        const int longest = 2000;
        var (a, b) = (left.Length > longest ? left[..longest] : left, right.Length > longest ? right[..longest] : right);
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length == b.Length ? 0 : 1;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return (double)row[b.Length] / Math.Max(a.Length, b.Length);
    }
}
