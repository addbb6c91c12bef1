using Conformance.Spec.Csv;

namespace Conformance.Spec.Import;

/// <summary>One row of a function table.</summary>
/// <param name="Classes">◎ ○ × or － for 指定都市, 中核市, 一般市区町村.</param>
/// <param name="Cell">Sheet and cell of its ID.</param>
/// <param name="Source">出典: sheet and row, or as an export wrote it.</param>
public sealed record ImportedFunction(
    string Id, string Major, string Middle, string Minor, string Name, string Summary, string Reason, IReadOnlyList<string> Classes, string ClassBasis,
    string EffectiveDate, string Transition, string TransitionUntil, string Remarks, string Cell, string Source)
{
    public static IReadOnlyList<string> Header { get; } =
    [
        "機能ID", "大項目", "中項目", "小項目", "機能名称", "要旨", "理由", "指定都市", "中核市", "一般市区町村", "区分の根拠", "適合基準日", "経過措置", "経過措置期限", "備考", "出典",
    ];

    /// <summary>The text of <c>functions.csv</c>.</summary>
    /// <param name="before">The file as it is; columns that the table does not know keep their values. Null where there is none.</param>
    /// <param name="keepText">Keep 機能名称, 要旨, 理由 and 備考 of functions that the file has already.</param>
    public static string Format(IReadOnlyList<ImportedFunction> functions, CsvTable? before, bool keepText)
    {
        var rows = before?.Rows.DistinctBy(row => row["機能ID"]).ToDictionary(row => row["機能ID"], StringComparer.Ordinal) ?? [];

        // A column that the file lacks and that nothing stands in is not added: what is exported and imported again is the same file.
        var header = Header.Where(column => before is null || before.Header.Contains(column) || functions.Any(function => function.Column(column) is { Length: > 0 })).Concat(before?.Header.Except(Header) ?? []).ToList();
        return CsvTable.Format(header, functions.Select(function =>
        {
            var old = rows.GetValueOrDefault(function.Id);
            return (IReadOnlyList<string>)[.. header.Select(column => function.Column(column) is { } value && !(keepText && old is not null && IsText(column)) ? value : old?[column] ?? "")];
        }));
    }

    /// <summary>What a column of functions.csv holds; null for a column that a function table does not have.</summary>
    internal string? Column(string name) => name switch
    {
        "機能ID" => Id,
        "大項目" => Major,
        "中項目" => Middle,
        "小項目" => Minor,
        "機能名称" => Name,
        "要旨" => Summary,
        "理由" => Reason,
        "指定都市" => Classes[0],
        "中核市" => Classes[1],
        "一般市区町村" => Classes[2],
        "区分の根拠" => ClassBasis,
        "適合基準日" => EffectiveDate,
        "経過措置" => Transition,
        "経過措置期限" => TransitionUntil,
        "備考" => Remarks,
        "出典" => Source,
        _ => null,
    };

    private static bool IsText(string column) => column is "機能名称" or "要旨" or "理由" or "備考";
}
