using System.Globalization;

namespace Conformance.Spec.Import.Sheets;

/// <summary>A cell that holds something.</summary>
/// <param name="Row">One-based.</param>
/// <param name="Column">One-based: A is 1.</param>
/// <param name="Text">
/// What a reader sees: no phonetic guides, no struck-through words, line breaks as LF, trimmed. A number is written plainly
/// (no exponent), with the zeros of a format like <c>000</c>; a date as <c>YYYY-MM-DD</c>.
/// </param>
public sealed record Cell(int Row, int Column, string Text)
{
    /// <summary>The workbook stores a number here: leading zeros may be lost.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The words that are struck through, i.e. deleted by an editor; not part of <see cref="Text"/>.</summary>
    public string Struck { get; init; } = "";

    /// <summary>In a hidden row or column.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Fill of the cell: <c>FFFF00</c>, or <c>theme 7</c>; empty where it has none, or white.</summary>
    public string Colour { get; init; } = "";

    /// <summary>The cell holds an error value such as <c>#REF!</c>.</summary>
    public bool IsError { get; init; }

    /// <summary>As a user names it: <c>B7</c>.</summary>
    public string Reference => ColumnName(Column) + Row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column: 1 is A, 27 is AA.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }
}
