using Conformance.Derivation.Writing;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Tables;
using static Conformance.Derivation.Checks.CheckWords;

namespace Conformance.Derivation.Checks;

/// <summary>判定・計算: the rows of a decision table, each an example; what it says 「拒否」 of has to be refused.</summary>
internal static class JudgeChecks
{
    private const string Outcome = "結果";
    private const string Refusal = "拒否";

    public static IReadOnlyList<ScenarioDraft> Derive(Standard standard, RoleContracts role, Contract contract)
    {
        var rows = standard.Tables.FirstOrDefault(table => table.Id == contract.Setting("table"))?.Rows.Where(row => row.Function.Value == contract.Unit).ToList() ?? [];
        return
        [
            .. Shapes(rows.Where(row => row.Expected.GetValueOrDefault(Outcome) != Refusal)).Select((shape, i) => Outline(role, contract, shape, "judge", i, refused: false)),
            .. Shapes(rows.Where(row => row.Expected.GetValueOrDefault(Outcome) == Refusal)).Select((shape, i) => Outline(role, contract, shape, "refused", i, refused: true)),
        ];
    }

    // Rows that expect the same things can be examples of one outline. An empty condition is a condition too: the item is not sent.
    private static IEnumerable<IReadOnlyList<TableRow>> Shapes(IEnumerable<TableRow> rows) => rows
        .GroupBy(row => string.Join('|', Stated(row.Expected)), StringComparer.Ordinal)
        .Select(group => (IReadOnlyList<TableRow>)[.. group]);

    private static List<string> Stated(IReadOnlyDictionary<string, string> cells) => [.. cells.Where(cell => cell.Value.Length > 0).Select(cell => cell.Key)];

    private static ScenarioDraft Outline(RoleContracts role, Contract contract, IReadOnlyList<TableRow> rows, string check, int shape, bool refused)
    {
        var by = contract.By[0];
        var conditions = rows[0].Conditions.Keys.ToList();
        var expected = Stated(rows[0].Expected).Where(name => name != Outcome).ToList();
        var steps = new List<StepDraft>();
        steps.AddRange(contract.Given.Count > 0 ? contract.Given.Select(Given) : [Given($"{role.Person}「甲」がいる")]);
        var lead = contract.List("before");
        var table = conditions.Select(name => (IReadOnlyList<string>)[name, $"<{name}>"]).Prepend(["項目", "値"]).ToList();
        if (lead.Count > 0)
        {
            // What the table is about was entered before it is decided on.
            steps.Add(new StepDraft("前提", "「甲」に次の内容がある") { Table = table });
            steps.AddRange(lead.Select(exchange => Given($"「甲」について「{exchange}」が行われている")));
            // Keeping what was entered is another function's duty: without it nothing can be said about the decision.
            var kept = contract.List("before-shows");
            steps.AddRange(kept.Skip(1).Select(item => Given($"「{kept[0]}」で「甲」の「{item}」が「<{item}>」になっている")));
            steps.Add(When(Doing(role, by)));
        }
        else
        {
            steps.Add(new StepDraft("もし", $"「甲」について次の内容で「{by}」を行う") { Table = table });
        }

        if (refused)
        {
            steps.Add(FromRow(Then(contract, check, "拒否される")));
        }

        steps.AddRange(expected.Select(name => FromRow(contract.SeenBy.Count > 0
            ? Then(contract, check, $"「{contract.SeenBy[0]}」で「甲」の「{name}」が「<期待_{name}>」になる")
            : Then(contract, check, $"答えの「{name}」が「<期待_{name}>」である"))));
        return new ScenarioDraft(Id(role, contract, $"{check}.<例>"), "<説明>", steps)
        {
            Examples = new ExampleTable(["例", "説明", "根拠", .. conditions, .. expected.Select(name => "期待_" + name)],
                [.. rows.Select((row, i) => new ExampleRow(
                    [row.Id, Told(row), FeatureWriter.Word(row.Basis), .. conditions.Select(name => row.Conditions[name]), .. expected.Select(name => row.Expected[name])],
                    Surfaces(contract, shape == 0 && i == 0 ? Both : Api)))]),
        };
    }

    private static StepDraft FromRow(StepDraft step) => step with { BasisFromExample = true };

    private static string Told(TableRow row) => row.Boundary.Length > 0 ? $"{row.Rule}（境界: {row.Boundary}）" : row.Rule;
}
