using Conformance.Spec.Csv;
using Conformance.Spec.Linkages;

namespace Conformance.Spec.Loading;

/// <summary>Reads <c>linkages.csv</c>.</summary>
internal static class LinkageReader
{
    private static readonly string[] Columns = ["連携ID", "連携名称", "提供元", "提供先", "契機", "方式", "配置", "項目", "機能ID", "出典"];

    private static readonly string[] Filled = ["提供元", "提供先", "契機", "項目"];

    public static IReadOnlyList<Linkage> Read(string file, ICollection<Problem> problems)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var linkages = new List<Linkage>();
        foreach (var row in CsvTable.Parse(File.ReadAllText(file), file, Columns, problems).Rows)
        {
            if (row["連携ID"].Length == 0 || linkages.Any(linkage => linkage.Id == row["連携ID"]))
            {
                problems.Add(new Problem("CF1331", file, row.Line, 1, $"The linkage ID 「{row["連携ID"]}」 is empty or occurs twice.", "Give every linkage an ID of its own."));
                continue;
            }

            foreach (var column in Filled.Where(column => row[column].Length == 0))
            {
                problems.Add(new Problem("CF1332", file, row.Line, 1, $"The linkage {row["連携ID"]} has no {column}.", $"Write it into the column {column}."));
            }

            if (row["方式"] is not ("REST" or "ファイル"))
            {
                problems.Add(new Problem("CF1333", file, row.Line, 1, $"「{row["方式"]}」 is no way of transport.", "Use REST or ファイル."));
            }

            linkages.Add(new Linkage(
                row["連携ID"], row["連携名称"], row["提供元"], row["提供先"], row["契機"], row["方式"] == "ファイル", row["配置"],
                Words.Entries(row["項目"]), Words.Entries(row["機能ID"]), row["出典"], row.Line));
        }

        return linkages;
    }
}
