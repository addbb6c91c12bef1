using Conformance.Spec.Csv;

namespace Conformance.Spec.Import;

/// <summary>One row of 基本データリスト, without its sentences.</summary>
public sealed record ImportedItem
{
    public static IReadOnlyList<string> Header { get; } =
    [
        "データ項目ID", "データ項目", "データ項目（ローマ字）", "グループ", "主キー", "外部キー", "LV1", "LV2", "LV3", "データ型", "桁数", "コード",
        "繰り返し", "データ出力条件", "条件", "関連機能", "実装類型", "サンプル値", "備考", "出典",
    ];

    /// <summary>Eight digits: the business (3) and a serial (5).</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Romaji { get; init; }

    public string Group { get; init; } = "";

    public bool IsPrimaryKey { get; init; }

    public bool IsForeignKey { get; init; }

    public string Level1 { get; init; } = "";

    public string Level2 { get; init; } = "";

    public string Level3 { get; init; } = "";

    /// <summary>As the legend writes it: X, Ｎ, 9, 9V, S9, BLOB, YEAR, DATE, TIME.</summary>
    public required string Type { get; init; }

    /// <summary>Characters, not bytes; <c>n,m</c> for 9V; empty where none is given.</summary>
    public required string Length { get; init; }

    /// <summary>Three digits of the code list, or as written where it points to another list.</summary>
    public string Code { get; init; } = "";

    public string Repeats { get; init; } = "";

    /// <summary>必須, 条件付き必須, 任意. Governs output.</summary>
    public string Output { get; init; } = "";

    /// <summary>When a conditional item must be there.</summary>
    public string Condition { get; init; } = "";

    /// <summary>機能IDs, separated by blanks.</summary>
    public string Functions { get; init; } = "";

    /// <summary>○ or empty.</summary>
    public string Implementation { get; init; } = "";

    public string Sample { get; init; } = "";

    /// <summary>Rules of the notes, in our words, separated by 「；」.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>Sheet and row, as <c>sheet!7</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Reads <c>data-items.csv</c>.</summary>
    public static IReadOnlyList<ImportedItem> ReadAll(string csv, string file, ICollection<Problem> problems) =>
        [.. CsvTable.Parse(csv, file, [.. Header], problems).Rows.Select(row => new ImportedItem
        {
            Id = row["データ項目ID"],
            Name = row["データ項目"],
            Romaji = row["データ項目（ローマ字）"],
            Group = row["グループ"],
            IsPrimaryKey = row["主キー"] == "○",
            IsForeignKey = row["外部キー"] == "○",
            Level1 = row["LV1"],
            Level2 = row["LV2"],
            Level3 = row["LV3"],
            Type = row["データ型"],
            Length = row["桁数"],
            Code = row["コード"],
            Repeats = row["繰り返し"],
            Output = row["データ出力条件"],
            Condition = row["条件"],
            Functions = row["関連機能"],
            Implementation = row["実装類型"],
            Sample = row["サンプル値"],
            Remarks = row["備考"],
            Source = row["出典"],
        })];

    /// <summary>The text of <c>data-items.csv</c>.</summary>
    public static string Format(IEnumerable<ImportedItem> items) => CsvTable.Format(Header, items.Select(item => (IReadOnlyList<string>)
    [
        item.Id, item.Name, item.Romaji, item.Group, Circle(item.IsPrimaryKey), Circle(item.IsForeignKey), item.Level1, item.Level2, item.Level3,
        item.Type, item.Length, item.Code, item.Repeats, item.Output, item.Condition, item.Functions, item.Implementation, item.Sample,
        item.Remarks, item.Source,
    ]));

    private static string Circle(bool value) => value ? "○" : "";
}
