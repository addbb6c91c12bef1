using System.Globalization;

namespace Conformance.Spec;

/// <summary>Order of editions: by their numbers, so that 2.10 follows 2.9; where a part is no number, as text.</summary>
public static class EditionOrder
{
    public static IComparer<string?> Comparer { get; } = Comparer<string?>.Create(Compare);

    public static int Compare(string? a, string? b)
    {
        var (left, right) = ((a ?? "").Split('.'), (b ?? "").Split('.'));
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var (x, y) = (i < left.Length ? left[i] : "", i < right.Length ? right[i] : "");
            var order = int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                ? m.CompareTo(n) : string.CompareOrdinal(x, y);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
