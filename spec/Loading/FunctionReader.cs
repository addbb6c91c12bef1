using System.Globalization;
using Conformance.Spec.Csv;

namespace Conformance.Spec.Loading;

/// <summary>Reads <c>functions.csv</c>.</summary>
internal static class FunctionReader
{
    /// <summary>Columns that must be there; 経過措置 and 経過措置期限 may be.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["機能ID", "大項目", "中項目", "機能名称", "要旨", "指定都市", "中核市", "一般市区町村", "区分の根拠", "適合基準日", "出典"];

    public static List<Function> Read(CsvTable? table, ICollection<Problem> problems)
    {
        var functions = new List<Function>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table?.Rows ?? [])
        {
            if (!FunctionId.IsValid(row["機能ID"]))
            {
                problems.Add(new Problem("CF1301", table!.File, row.Line, 1, $"「{row["機能ID"]}」 is no function ID.", "Use seven digits, or a clause such as 児手-2.1.3 in an illustrative standard."));
                continue;
            }

            if (!seen.Add(row["機能ID"]))
            {
                problems.Add(new Problem("CF1302", table!.File, row.Line, 1, $"The function ID {row["機能ID"]} occurs twice.", "IDs are never used again; give the new function its own."));
                continue;
            }

            if (Words.Basis(row["区分の根拠"]) is not { } basis)
            {
                problems.Add(new Problem("CF1305", table!.File, row.Line, 1, $"「{row["区分の根拠"]}」 is no basis of a class.", "Use 公式, 推定, 曖昧 or 例示."));
                basis = Basis.Assumed;
            }

            functions.Add(new Function(
                new FunctionId(row["機能ID"]), row["大項目"], row["中項目"], row["機能名称"], row["要旨"], Classes(row, table!.File, problems), basis,
                Date(row, "適合基準日", table.File, problems), row["出典"])
            {
                Transition = Transition(row, table.File, problems),
                Minor = row["小項目"],
                Reason = row["理由"],
                Remarks = row["備考"],
            });
        }

        return functions;
    }

    private static Dictionary<MunicipalityClass, RequirementClass> Classes(CsvRow row, string file, ICollection<Problem> problems)
    {
        var classes = new Dictionary<MunicipalityClass, RequirementClass>();
        foreach (var (column, municipality) in new[] { ("指定都市", MunicipalityClass.DesignatedCity), ("中核市", MunicipalityClass.CoreCity), ("一般市区町村", MunicipalityClass.Other) })
        {
            switch (row[column])
            {
                case "◎": classes[municipality] = RequirementClass.Mandatory; break;
                case "×": classes[municipality] = RequirementClass.Forbidden; break;
                case "○": classes[municipality] = RequirementClass.Optional; break;
                case "－": break;
                case var mark: problems.Add(new Problem("CF1303", file, row.Line, 1, $"「{mark}」 in column {column} is no 実装区分.", "Use ◎, ○, × or －.")); break;
            }
        }

        return classes;
    }

    private static Transition? Transition(CsvRow row, string file, ICollection<Problem> problems)
    {
        var until = Date(row, "経過措置期限", file, problems);
        if (row["経過措置"].Length > 0)
        {
            if (!row["経過措置"].Contains("附則", StringComparison.Ordinal))
            {
                problems.Add(new Problem("CF1306", file, row.Line, 1, $"「{row["経過措置"]}」 cites no supplementary provision.", "Cite the 附則 that sets the 経過措置; anything else is a 暫定対応 and belongs into the profile."));
            }

            return new Transition(row["経過措置"], until);
        }

        if (until is not null)
        {
            problems.Add(new Problem("CF1306", file, row.Line, 1, "The row has a 経過措置期限 and no 経過措置.", "Cite the 附則 in the column 経過措置, or empty the date."));
        }

        return null;
    }

    private static DateOnly? Date(CsvRow row, string column, string file, ICollection<Problem> problems)
    {
        if (row[column].Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        problems.Add(new Problem("CF1304", file, row.Line, 1, $"「{row[column]}」 in column {column} is no date.", "Write YYYY-MM-DD."));
        return null;
    }
}
