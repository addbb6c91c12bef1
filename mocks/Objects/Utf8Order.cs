namespace Conformance.Mocks;

/// <summary>Order of strings by their UTF-8 bytes, which for characters outside the BMP is not that of their UTF-16 units.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = ((x ?? "").EnumerateRunes(), (y ?? "").EnumerateRunes());
        while (true)
        {
            var (more, others) = (left.MoveNext(), right.MoveNext());
            if (!more || !others)
            {
                return more.CompareTo(others);
            }

            if (left.Current.CompareTo(right.Current) is var order and not 0)
            {
                return order;
            }
        }
    }
}
