using Conformance.Spec.Csv;

namespace Conformance.Spec.Import;

/// <summary>One row of a list of linkages.</summary>
/// <param name="Cells">By column of linkages.csv.</param>
/// <param name="Cell">Sheet and cell of its ID.</param>
public sealed record ImportedLinkage(string Id, IReadOnlyDictionary<string, string> Cells, string Cell)
{
    public static IReadOnlyList<string> Header { get; } = ["連携ID", "連携名称", "提供元", "提供先", "契機", "方式", "配置", "項目", "機能ID", "備考", "出典"];

    /// <summary>The text of <c>linkages.csv</c>.</summary>
    public static string Format(IEnumerable<ImportedLinkage> linkages) => CsvTable.Format(Header, linkages.Select(linkage => (IReadOnlyList<string>)[.. Header.Select(column => linkage.Cells[column])]));
}
