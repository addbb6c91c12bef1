using Conformance.Spec.Csv;
using Conformance.Spec.Tables;

namespace Conformance.Spec.Loading;

/// <summary>Reads the decision tables under <c>tables/</c>, one CSV file each.</summary>
internal static class TableReader
{
    private const string Condition = "条件:";
    private const string Expected = "期待:";

    public static IReadOnlyList<DecisionTable> ReadAll(string folder, ICollection<Problem> problems) => !Directory.Exists(folder) ? [] :
        [.. Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(file => Read(file, problems))];

    private static DecisionTable Read(string file, ICollection<Problem> problems)
    {
        var table = CsvTable.Parse(File.ReadAllText(file), file, ["例ID", "機能ID", "規則", "境界", "根拠", "出典"], problems);
        foreach (var kind in new[] { Condition, Expected }.Where(kind => !table.Header.Any(name => name.StartsWith(kind, StringComparison.Ordinal))))
        {
            problems.Add(new Problem("CF1351", file, 1, 1, $"The table has no column that begins with 「{kind}」.", "Add one per condition (条件:…) and one per outcome (期待:…)."));
        }

        var rows = new List<TableRow>();
        foreach (var row in table.Rows)
        {
            if (Row(row, file, problems) is not { } read)
            {
                continue;
            }

            if (rows.Any(other => other.Id == read.Id))
            {
                problems.Add(new Problem("CF1352", file, row.Line, 1, $"The example 「{read.Id}」 occurs twice.", "Give every example an ID of its own; scenario IDs are made of it."));
            }

            foreach (var twin in rows.Where(other => other.Function == read.Function && Same(other.Conditions, read.Conditions)))
            {
                problems.Add(new Problem("CF1354", file, row.Line, 1, $"The example {read.Id} has the same conditions as {twin.Id}.", "Keep one of them; if they expect different outcomes, the table contradicts itself."));
            }

            rows.Add(read);
        }

        return new DecisionTable(Path.GetFileNameWithoutExtension(file), file, rows);
    }

    private static TableRow? Row(CsvRow row, string file, ICollection<Problem> problems)
    {
        var before = problems.Count;
        if (row["例ID"].Length == 0 || row["例ID"].Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
        {
            problems.Add(new Problem("CF1352", file, row.Line, 1, $"「{row["例ID"]}」 is no ID of an example.", "Use letters, digits and hyphens; scenario IDs are made of it."));
        }

        if (!FunctionId.IsValid(row["機能ID"]))
        {
            problems.Add(new Problem("CF1301", file, row.Line, 1, $"「{row["機能ID"]}」 is no function ID.", "Use seven digits, or a clause such as 児手-2.1.3 in an illustrative standard."));
        }

        var basis = Words.Basis(row["根拠"]);
        if (basis is null)
        {
            problems.Add(new Problem("CF1305", file, row.Line, 1, $"「{row["根拠"]}」 is no basis.", "Use 公式, 推定, 曖昧 or 例示."));
        }

        var expected = Cells(row, Expected);
        if (expected.Values.All(value => value.Length == 0))
        {
            problems.Add(new Problem("CF1353", file, row.Line, 1, $"The example {row["例ID"]} expects nothing.", "Fill one of the columns 期待:…."));
        }

        return problems.Count > before ? null
            : new TableRow(row["例ID"], new FunctionId(row["機能ID"]), row["規則"], row["境界"], Cells(row, Condition), expected, basis!.Value, row["出典"], row.Line);
    }

    private static Dictionary<string, string> Cells(CsvRow row, string kind) =>
        row.Cells.Where(cell => cell.Key.StartsWith(kind, StringComparison.Ordinal)).ToDictionary(cell => cell.Key[kind.Length..], cell => cell.Value);

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.All(pair => other.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
