using Conformance.Spec.Csv;

namespace Conformance.Spec.Import;

/// <summary>One value of a code list.</summary>
/// <param name="Id">Three digits.</param>
/// <param name="Remarks">In our words.</param>
/// <param name="Source">Sheet and row.</param>
public sealed record ImportedCode(string Id, string Name, string Value, string Content, string Remarks, string Source)
{
    public static IReadOnlyList<string> Header { get; } = ["コードID", "コード名", "コード値", "内容", "備考", "出典"];

    /// <summary>The text of <c>codes.csv</c>.</summary>
    public static string Format(IEnumerable<ImportedCode> codes) => CsvTable.Format(Header,
        codes.Select(code => (IReadOnlyList<string>)[code.Id, code.Name, code.Value, code.Content, code.Remarks, code.Source]));
}
