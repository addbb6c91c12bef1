using System.Globalization;
using Conformance.Spec.Export;
using Conformance.Spec.Export.Documents;
using Conformance.Spec.Export.Sheets;

namespace Conformance.Spec.Comparison.Writing;

/// <summary>新旧対照表: the table that a ministry publishes with a revision. 改正後 stands left, 改正前 right; what changed bears a 傍線.</summary>
public static class ShinkyuTable
{
    private static readonly string[] Header = ["項目", "改正後", "改正前", "備考"];

    /// <summary>Rows per part, in the order of the new edition: one per function and data item, one per difference of the rest.</summary>
    public static IReadOnlyList<(StandardPart Part, IReadOnlyList<ShinkyuRow> Rows)> Rows(StandardComparison comparison) =>
        [.. Enum.GetValues<StandardPart>().Select(part => (part, (IReadOnlyList<ShinkyuRow>)[.. comparison.Of(part).GroupBy(difference => Group(part, difference)).Select(group => Row(comparison, part, [.. group]))]))
            .Where(part => part.Item2.Count > 0)];

    public static byte[] Document(StandardComparison comparison) => DocumentWriter.Write(
        Title(comparison), ["（傍線の部分は改正部分）", .. Draft(comparison)],
        [.. Rows(comparison).Select(part => (ComparisonWords.Of(part.Part).Ja, new TableDraft(Header, [2400, 5200, 5200, 2000],
            [.. part.Rows.Select(row => (IReadOnlyList<IReadOnlyList<TextRun>>)[[new TextRun(row.Subject)], row.After, row.Before, [new TextRun(row.Remark)]])])))]);

    public static byte[] Workbook(StandardComparison comparison) => WorkbookWriter.Write(
    [
        .. Rows(comparison).DefaultIfEmpty((StandardPart.Function, [])).Select(part => new SheetDraft(ComparisonWords.Of(part.Item1).Ja, [24, 60, 60, 24],
        [
            [new CellDraft(Title(comparison), CellLook.Title)],
            [new CellDraft("（傍線の部分は改正部分）" + string.Concat(Draft(comparison)))],
            [.. Header.Select(text => new CellDraft(text, CellLook.Header))],
            .. part.Item2.Select(row => (IReadOnlyList<CellDraft?>)[new(row.Subject), new(row.After), new(row.Before), new(row.Remark)]),
        ]) { Frozen = 3 }),
    ]);

    private static string Title(StandardComparison comparison) => $"{comparison.New.Name} 標準仕様書 新旧対照表（第{comparison.Old.Edition}版→第{comparison.New.Edition}版）";

    private static IEnumerable<string> Draft(StandardComparison comparison) =>
        comparison.New.Status == StandardStatus.Draft ? ["改正後は案である。"] : comparison.New.Status == StandardStatus.Illustrative ? ["公式の文書に基づかない例示の標準である。"] : [];

    private static string Group(StandardPart part, Difference difference) =>
        part is StandardPart.Function or StandardPart.DataItem ? difference.Id : $"{difference.Id} {difference.Aspect} {difference.Kind}";

    private static ShinkyuRow Row(StandardComparison comparison, StandardPart part, IReadOnlyList<Difference> differences)
    {
        var first = differences[0];
        var remark = string.Join('\n', differences.Select(difference => ComparisonWords.Remark(difference, japanese: true)).Distinct());
        var (before, after) = part switch
        {
            StandardPart.Function => Both(differences, id => comparison.Old.Function(id) is { } function ? Text(function) : "", id => comparison.New.Function(id) is { } function ? Text(function) : ""),
            StandardPart.DataItem => Both(differences, id => comparison.Old.Items.FirstOrDefault(item => item.Id == id) is { } item ? Text(item) : "", id => comparison.New.Items.FirstOrDefault(item => item.Id == id) is { } item ? Text(item) : ""),
            _ => (first.Before, first.After),
        };
        var subject = $"{first.Id}\n{first.Name}" + (part is StandardPart.Function or StandardPart.DataItem || first.Aspect.Length == 0 ? "" : "\n" + first.Aspect);
        if (first.Kind == DifferenceKind.Added)
        {
            return new ShinkyuRow(subject, [new TextRun(after, true)], [new TextRun("（新設）")], remark);
        }

        if (first.Kind == DifferenceKind.Removed)
        {
            return new ShinkyuRow(subject, [new TextRun("（削る）")], [new TextRun(before, true)], remark);
        }

        var (left, right) = TextDelta.Of(before, after);
        return new ShinkyuRow(subject, right, left, remark);
    }

    private static (string Before, string After) Both(IReadOnlyList<Difference> differences, Func<string, string> old, Func<string, string> @new)
    {
        var id = differences[0].Id;
        var was = differences.FirstOrDefault(difference => difference.Kind == DifferenceKind.Renumbered)?.Before ?? id;
        return (differences[0].Kind == DifferenceKind.Added ? "" : old(was), differences[0].Kind == DifferenceKind.Removed ? "" : @new(id));
    }

    private static string Text(Function function)
    {
        var lines = new List<string>
        {
            $"{function.Id}　{function.Name}",
            string.Join("／", new[] { function.Major, function.Middle, function.Minor }.Where(text => text.Length > 0)),
            function.Summary,
            $"実装区分　指定都市{FunctionDifferences.Mark(function, MunicipalityClass.DesignatedCity)}　中核市{FunctionDifferences.Mark(function, MunicipalityClass.CoreCity)}　一般市区町村{FunctionDifferences.Mark(function, MunicipalityClass.Other)}",
            function.EffectiveDate is { } date ? "適合基準日　" + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
            function.Reason.Length > 0 ? "理由　" + function.Reason : "",
            function.Remarks.Length > 0 ? "備考　" + function.Remarks : "",
        };
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static string Text(DataItem item) => string.Join('\n', new[]
    {
        $"{item.Id}　{item.Name}（{item.Romaji}）", $"グループ　{item.Group}", $"型・桁数　{item.Type} {item.Length}", item.Code.Length > 0 ? "コード　" + item.Code : "",
        $"出力　{item.OutputCondition}{(item.Condition.Length > 0 ? "：" + item.Condition : "")}", item.Functions.Count > 0 ? "関連機能　" + string.Join(' ', item.Functions) : "",
    }.Where(line => line.Length > 0));
}
