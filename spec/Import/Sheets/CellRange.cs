namespace Conformance.Spec.Import.Sheets;

/// <summary>A rectangle of cells, all four edges included, one-based.</summary>
public readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    public bool Contains(int row, int column) => row >= Top && row <= Bottom && column >= Left && column <= Right;

    /// <summary>Reads <c>B5:C6</c> or <c>B5</c>.</summary>
    public static bool TryParse(string? text, out CellRange range)
    {
        range = default;
        var ends = (text ?? "").Replace("$", "", StringComparison.Ordinal).Split(':');
        if (ends.Length > 2 || !TryParsePoint(ends[0], out var top, out var left))
        {
            return false;
        }

        var (bottom, right) = (top, left);
        if (ends.Length == 2 && !TryParsePoint(ends[1], out bottom, out right))
        {
            return false;
        }

        range = new CellRange(Math.Min(top, bottom), Math.Min(left, right), Math.Max(top, bottom), Math.Max(left, right));
        return true;
    }

    private static bool TryParsePoint(string text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var i = 0;
        while (i < text.Length && char.IsAsciiLetter(text[i]) && i < 4)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[i++]) - 'A' + 1);
        }

        var digits = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]) && i - digits < 7)
        {
            row = (row * 10) + (text[i++] - '0');
        }

        return i == text.Length && row > 0 && column > 0;
    }
}
