using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Conformance.Spec.Import.Sheets;

/// <summary>How the numbers of a workbook are shown, as far as it carries meaning: leading zeros, dates, times, struck-through cells.</summary>
internal sealed class NumberFormats
{
    private readonly List<(string Format, uint Id, bool Struck, string Colour)> styles = [];
    private readonly bool from1904;

    public NumberFormats(Stylesheet? sheet, bool from1904)
    {
        this.from1904 = from1904;
        if (sheet?.CellFormats is null)
        {
            return;
        }

        var custom = new Dictionary<uint, string>();
        foreach (var format in sheet.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            custom[format.NumberFormatId?.Value ?? 0] = format.FormatCode?.Value ?? "";
        }

        var fonts = sheet.Fonts?.Elements<Font>().Select(font => font.Strike is { } strike && (strike.Val?.Value ?? true)).ToList() ?? [];
        var fills = sheet.Fills?.Elements<Fill>().Select(ColourOf).ToList() ?? [];
        foreach (var cell in sheet.CellFormats.Elements<CellFormat>())
        {
            var id = cell.NumberFormatId?.Value ?? 0;
            var font = (int)(cell.FontId?.Value ?? 0);
            styles.Add((custom.GetValueOrDefault(id, ""), id, font < fonts.Count && fonts[font], (int)(cell.FillId?.Value ?? 0) is var fill && fill < fills.Count ? fills[fill] : ""));
        }
    }

    public static NumberFormats None { get; } = new(null, false);

    /// <summary>Fill of a style; empty where it has none, or white.</summary>
    public string Colour(int style) => style < styles.Count ? styles[style].Colour : "";

    public bool IsStruck(int style) => style < styles.Count && styles[style].Struck;

    public string Show(string raw, int style)
    {
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return raw.Trim();
        }

        var (format, id, _, _) = style < styles.Count ? styles[style] : ("", 0u, false, "");
        if (IsDate(format, id) && value is >= 0 and < 2958466)
        {
            return ShowDate((double)value + (from1904 ? 1462 : 0));
        }

        var plain = value.ToString("0.#############################", CultureInfo.InvariantCulture);
        var isZeros = format.Length > 0 && format.AsSpan().IndexOfAnyExcept('0') < 0;
        return isZeros && !plain.Contains('.', StringComparison.Ordinal) ? plain.PadLeft(format.Length, '0') : plain;
    }

    private static string ShowDate(double value)
    {
        var time = DateTime.FromOADate(value);
        var pattern = value < 1 ? "HH:mm:ss" : time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
        return time.ToString(pattern, CultureInfo.InvariantCulture);
    }

    /// <summary>Built-in date formats (ECMA-376 part 1, 18.8.30, with those of Japan), or a custom one with a date letter outside quotes and brackets.</summary>
    private static bool IsDate(string format, uint id)
    {
        if (id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58))
        {
            return true;
        }

        bool quoted = false, bracketed = false;
        foreach (var c in format)
        {
            quoted ^= c == '"';
            bracketed = c == '[' || (bracketed && c != ']');
            if (!quoted && !bracketed && c is 'y' or 'm' or 'd' or 'h' or 's' or 'Y' or 'M' or 'D' or 'H' or 'S')
            {
                return true;
            }
        }

        return false;
    }

    private static string ColourOf(Fill fill)
    {
        if (fill.PatternFill is not { } pattern || pattern.PatternType?.Value is null or PatternValues.None or PatternValues.Gray125)
        {
            return "";
        }

        var colour = pattern.ForegroundColor;
        var rgb = colour?.Rgb?.Value is { Length: 8 } argb ? argb[2..].ToUpperInvariant() : "";
        return rgb == "FFFFFF" || colour?.Theme?.Value == 0 ? ""
            : rgb.Length > 0 ? rgb
            : colour?.Theme?.Value is { } theme ? string.Create(CultureInfo.InvariantCulture, $"theme {theme}")
            : colour?.Indexed?.Value is { } indexed and not 64 and not 9 ? string.Create(CultureInfo.InvariantCulture, $"index {indexed}") : "";
    }
}
