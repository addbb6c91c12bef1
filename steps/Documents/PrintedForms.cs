using System.Globalization;

namespace Conformance.Steps.Documents;

/// <summary>The ways in which a value may be printed: a form says how, and what it leaves open is accepted in every usual way.</summary>
public static class PrintedForms
{
    private static readonly (string Era, int First, DateOnly From)[] Eras =
    [
        ("令和", 2019, new DateOnly(2019, 5, 1)), ("平成", 1989, new DateOnly(1989, 1, 8)), ("昭和", 1926, new DateOnly(1926, 12, 25)),
        ("大正", 1912, new DateOnly(1912, 7, 30)), ("明治", 1868, new DateOnly(1868, 1, 25)),
    ];

    /// <param name="format">和暦, 西暦, 金額, 郵便番号, そのまま; empty for any of them.</param>
    public static IReadOnlyList<string> Of(string value, string format) => format switch
    {
        "和暦" when Day(value) is { } day => [Japanese(day), Japanese(day, firstYear: "1")],
        "和暦年月" when Day(value + "-01") is { } month => [Japanese(month)[..^2], Japanese(month, firstYear: "1")[..^2]],
        "西暦" when Day(value) is { } day => [Western(day), value, value.Replace('-', '/')],
        "金額" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) => [amount.ToString("N0", CultureInfo.InvariantCulture), value],
        "郵便番号" when value.Length == 7 => [$"{value[..3]}-{value[3..]}", value],
        _ when Day(value) is { } day => [value, Western(day), Japanese(day), value.Replace('-', '/')],
        _ when value.Length == 7 && Day(value + "-01") is { } month => [value, month.ToString("yyyy年M月", CultureInfo.InvariantCulture), Japanese(month)[..^2]],
        _ when value.Length > 3 && value[0] != '0' && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => [value, number.ToString("N0", CultureInfo.InvariantCulture)],
        _ => [value],
    };

    private static DateOnly? Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Western(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Japanese(DateOnly day, string firstYear = "元")
    {
        var (era, first, _) = Eras.FirstOrDefault(era => day >= era.From, Eras[^1]);
        var year = day.Year - first + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{era}{(year == 1 ? firstYear : year.ToString(CultureInfo.InvariantCulture))}年{day.Month}月{day.Day}日");
    }
}
