using System.Globalization;
using Conformance.Spec.Csv;
using Conformance.Spec.Export.Sheets;
using Conformance.Spec.Import;

namespace Conformance.Spec.Export;

/// <summary>
/// A standard as a workbook in the layout that ministries publish: 機能要件, データ要件 (header of two rows), コード一覧, 連携一覧, and 添付ファイル with what these have no
/// table for: flows, forms and interfaces, line by line. Reading it back gives the same files: cells are taken as they are where the columns 注記 and 出典 stand.
/// </summary>
public static class StandardWorkbook
{
    private static readonly string[] Items =
    [
        "データ項目ID", "データ項目", "データ項目（ローマ字）", "グループ", "", "", "クラス分類", "", "", "データ型", "桁数", "コード", "繰り返し", "データ出力条件",
        "条件", "関連機能", "実装類型", "サンプル値", "注記", "出典",
    ];

    private static readonly string[] Codes = ["コードID", "コード名", "コード値", "コード値の内容", "注記", "出典"];

    private static readonly string[] Functions =
    [
        "大項目", "中項目", "小項目", "機能ID", "機能名称", "機能要件", "要件の考え方・理由", "実装区分", "", "", "区分の根拠", "適合基準日", "経過措置", "経過措置期限", "備考", "注記", "出典",
    ];

    /// <summary>The bytes of the workbook.</summary>
    /// <param name="folder">Of an edition that loads without problems.</param>
    public static byte[] Of(string folder, string title) => WorkbookWriter.Write(
    [
        .. FunctionSheet(folder, title), .. ItemSheet(folder, title), .. CodeSheet(folder, title), .. LinkageSheet(folder, title), .. FileSheet(folder, title),
    ]);

    private static IEnumerable<SheetDraft> FunctionSheet(string folder, string title)
    {
        if (Table(folder, "functions.csv") is { } table)
        {
            yield return Sheet("機能要件", title, [14, 14, 14, 12, 26, 60, 40, 8, 8, 12, 10, 12, 20, 12, 30, 10, 30], ["H3:J3"],
                [Functions, ["", "", "", "", "", "", "", "指定都市", "中核市", "一般市区町村"]],
                table.Rows.Select(row => (IReadOnlyList<string>)
                [
                    row["大項目"], row["中項目"], row["小項目"], row["機能ID"], row["機能名称"], row["要旨"], row["理由"], row["指定都市"], row["中核市"], row["一般市区町村"], row["区分の根拠"],
                    row["適合基準日"], row["経過措置"], row["経過措置期限"], row["備考"], "", row["出典"],
                ]));
        }
    }

    private static IEnumerable<SheetDraft> ItemSheet(string folder, string title)
    {
        if (Table(folder, "data-items.csv") is { Rows.Count: > 0 } table)
        {
            yield return Sheet("データ要件", title, [12, 28, 28, 20, 8, 8, 10, 10, 10, 8, 8, 8, 8, 14, 30, 20, 8, 20, 30, 30], ["D3:F3", "G3:I3"],
                [Items, ["", "", "", "名称", "主キー", "外部キー", "LV1", "LV2", "LV3"]],
                table.Rows.Select(row => (IReadOnlyList<string>)[.. ImportedItem.Header.Select(column => row[column])]));
        }
    }

    private static IEnumerable<SheetDraft> CodeSheet(string folder, string title)
    {
        if (Table(folder, "codes.csv") is { Rows.Count: > 0 } table)
        {
            yield return Sheet("コード一覧", title, [10, 28, 12, 40, 30, 30], [], [Codes], table.Rows.Select(row => (IReadOnlyList<string>)[.. ImportedCode.Header.Select(column => row[column])]));
        }
    }

    private static IEnumerable<SheetDraft> LinkageSheet(string folder, string title)
    {
        if (Table(folder, "linkages.csv") is { Rows.Count: > 0 } table)
        {
            yield return Sheet("連携一覧", title, [12, 28, 24, 24, 30, 10, 14, 50, 30, 20, 30], [], [[.. ImportedLinkage.Header]],
                table.Rows.Select(row => (IReadOnlyList<string>)[.. ImportedLinkage.Header.Select(column => row[column])]));
        }
    }

    private static IEnumerable<SheetDraft> FileSheet(string folder, string title)
    {
        var files = AttachedFile.Folders.SelectMany(of => Path.Combine(folder, of.Folder) is var inner && Directory.Exists(inner) ? Directory.GetFiles(inner, "*" + of.Ending).Order(StringComparer.Ordinal).Select(file => (Name: $"{of.Folder}/{Path.GetFileName(file)}", File: file)) : []).ToList();
        if (files.Count > 0)
        {
            yield return Sheet("添付ファイル", title, [34, 6, 120], [], [[.. AttachedFile.Header]], files.SelectMany(file => File.ReadAllText(file.File).ReplaceLineEndings("\n").Split('\n')
                .Select((line, i) => (IReadOnlyList<string>)[file.Name, (i + 1).ToString(CultureInfo.InvariantCulture), AttachedFile.Shown(line)])));
        }
    }

    private static SheetDraft Sheet(string name, string title, int[] widths, string[] merges, string[][] header, IEnumerable<IReadOnlyList<string>> rows) => new(name, widths,
    [
        [new CellDraft($"{title} {name}", CellLook.Title)], [],
        .. header.Select(labels => (IReadOnlyList<CellDraft?>)[.. labels.Select(label => label.Length == 0 ? null : new CellDraft(label, CellLook.Header))]),
        .. rows.Select(row => (IReadOnlyList<CellDraft?>)[.. row.Select(text => text.Length == 0 ? null : new CellDraft(text))]),
    ]) { Merges = merges, Frozen = 2 + header.Length };

    private static CsvTable? Table(string folder, string name) =>
        Path.Combine(folder, name) is var file && File.Exists(file) ? CsvTable.Parse(File.ReadAllText(file), file, [], []) : null;
}
