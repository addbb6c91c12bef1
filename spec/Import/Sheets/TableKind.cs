namespace Conformance.Spec.Import.Sheets;

/// <summary>A table that is known by the words of its header.</summary>
/// <param name="Name">What the table is, for messages.</param>
/// <param name="Required">Header words that must be there; the first one marks the kind.</param>
/// <param name="Optional">Header words that may be there.</param>
/// <param name="Second">Words of the second header row, under a word of the first.</param>
public sealed record TableKind(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Optional, IReadOnlyList<string> Second)
{
    /// <summary>Columns that only an export of a standard has: its cells are taken as they are.</summary>
    private static readonly string[] Ours = ["注記", "出典"];

    private static readonly string[] Municipalities = ["指定都市", "中核市", "一般市区町村"];

    public static TableKind Items { get; } = new("基本データリスト",
        ["データ項目ID", "データ項目", "データ項目（ローマ字）", "データ型", "桁数"],
        ["グループ", "クラス分類", "コード", "繰り返し", "データ出力条件", "項目定義", "項目説明", "標準仕様書関連箇所", "実装類型", "サンプル値", "備考", .. Ours, "条件", "関連機能"],
        ["名称", "主キー", "外部キー", "LV1", "LV2", "LV3"]);

    public static TableKind Codes { get; } = new("コード一覧", ["コードID", "コード名", "コード値", "コード値の内容"], ["備考", .. Ours], []);

    /// <summary>Function tables differ between ministries: one column of 実装区分, or one per class of municipality below it.</summary>
    public static TableKind Functions { get; } = new("機能要件", ["機能要件", "機能ID"],
        ["大項目", "中項目", "小項目", "機能名称", "実装区分", .. Municipalities, "要件の考え方・理由", "適合基準日", "備考", "区分の根拠", "経過措置", "経過措置期限", .. Ours],
        [.. Municipalities]);

    public static TableKind Linkages { get; } = new("連携一覧", ["連携ID", "連携名称", "提供元", "提供先", "契機"], ["方式", "配置", "項目", "機能ID", "備考", .. Ours], []);

    public static TableKind ColumnLegend { get; } = new("列項目説明", ["記載内容", "項目名"], ["項番", "備考"], []);

    public static TableKind TypeLegend { get; } = new("データ型の凡例", ["データ型の内容", "データ型"], ["項番", "備考"], []);

    public static TableKind Calls { get; } = new("APIコールの一覧", ["APIコール名", "操作種類"], ["No.", "概要"], []);

    public static TableKind Request { get; } = new("リクエストのパラメータ",
        ["パラメータ名", "項目名", "必須", "データ型", "データ長"], ["項番", "項目説明", "記述例", "検索方法", "備考", "null設定有無"], ["桁数"]);

    public static TableKind Response { get; } = new("レスポンスのオブジェクト",
        ["レスポンスオブジェクト名", "レベル", "項目名", "必須", "データ型", "データ長"], ["項番", "項目説明", "記述例", "null設定有無", "備考"], ["階層", "桁数"]);

    public static TableKind Errors { get; } = new("エラーコード一覧", ["エラーコード", "エラー内容"], ["項番", "エラー名", "備考"], []);

    /// <summary>Only an export has it: files of a standard, line by line.</summary>
    public static TableKind Files { get; } = new("添付ファイル", AttachedFile.Header, [], []);

    public static IReadOnlyList<TableKind> All { get; } = [Functions, Items, Codes, Linkages, Files, ColumnLegend, TypeLegend, Calls, Request, Response, Errors];
}
