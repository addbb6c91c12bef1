using Conformance.Reports.Workbooks;

namespace Conformance.Reports.Comparison;

/// <summary>The matrix as a workbook: a sheet per standard and role, a row per unit, a column per product.</summary>
public static class ComparisonWorkbook
{
    public static Task WriteFileAsync(string path, ProductComparison comparison, ReportLanguage language, CancellationToken cancellationToken = default)
    {
        var words = ReportWords.In(language);
        return WholeFile.WriteAsync(path, (stream, _) =>
        {
            WorkbookFile.Write(stream, [.. comparison.Standards.Select(standard => Sheet(standard, words))]);
            return Task.CompletedTask;
        }, cancellationToken);
    }

    private static SheetContent Sheet(ComparedStandard standard, ReportWords words) => new(
        $"{standard.Standard} {standard.Edition} {words[standard.Role]}",
        [
            new(words["機能ID・手順", "Function or step"], 14), new(words["名称", "Name"], 40), new(words["差異", "Differs"], 8),
            .. standard.Products.Select(product => new SheetColumn($"{product.Name} {product.Version}（{product.Source}）", 26)),
        ],
        standard.Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Id, row.Name, row.Differs ? words["あり", "yes"] : "",
            .. row.Cells.Select(cell => cell is null ? words["—（結果に含まれない）", "— (not in the result)"] : ComparisonWords.Cell(cell, words)),
        ]));
}
