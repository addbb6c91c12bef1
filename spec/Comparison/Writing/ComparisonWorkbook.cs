using Conformance.Spec.Export.Sheets;

namespace Conformance.Spec.Comparison.Writing;

/// <summary>A comparison as a workbook: one sheet per part, one row per difference.</summary>
public static class ComparisonWorkbook
{
    public static byte[] Format(StandardComparison comparison, bool japanese) => WorkbookWriter.Write(
        [.. Enum.GetValues<StandardPart>().Where(part => comparison.Of(part).Any()).DefaultIfEmpty(StandardPart.Function).Select(part => Sheet(comparison, part, japanese))]);

    private static SheetDraft Sheet(StandardComparison comparison, StandardPart part, bool japanese)
    {
        var rows = new List<IReadOnlyList<CellDraft?>>
        {
            new CellDraft?[] { new($"{comparison.New.Name} {comparison.Old.Edition} → {comparison.New.Edition}", CellLook.Title) },
            ComparisonWords.Columns(japanese).Select(text => new CellDraft(text, CellLook.Header)).ToList(),
        };
        foreach (var difference in comparison.Of(part))
        {
            var look = difference.Kind switch { DifferenceKind.Added => CellLook.Added, DifferenceKind.Removed => CellLook.Removed, _ => CellLook.Changed };
            var (before, after) = TextDelta.Of(difference.Before, difference.After);
            rows.Add([new(difference.Id), new(difference.Name), new(difference.Aspect), new(before), new(after), new(ComparisonWords.Remark(difference, japanese), look)]);
        }

        return new SheetDraft(ComparisonWords.Of(part).In(japanese), [14, 28, 24, 50, 50, 30], rows) { Frozen = 2 };
    }
}
