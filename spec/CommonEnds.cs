namespace Conformance.Spec;

/// <summary>How far two texts agree from their beginning and, in what is left, from their end.</summary>
internal static class CommonEnds
{
    public static (int Head, int Tail) Of(string a, string b)
    {
        var shortest = Math.Min(a.Length, b.Length);
        int head = 0, tail = 0;
        while (head < shortest && a[head] == b[head])
        {
            head++;
        }

        while (tail < shortest - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        return (head, tail);
    }
}
