using Conformance.Verdicts;

namespace Conformance.Reports.Workbooks;

/// <summary>Sheets about how far the verdicts can be trusted: the rules that decided, API against screens, what was not declared.</summary>
internal static class TrustSheets
{
    public static SheetContent Rules(IReadOnlyList<RunResult> runs, ReportWords words) => new(
        words["原因と規則", "Causes and rules"],
        [
            new(words["標準仕様", "Standard"], 10), new(words["役割", "Role"], 24), new(words["原因", "Cause"], 14), new(words["規則", "Rule"], 10), new(words["規則の文", "What the rule says"], 60),
            new(words["機能・手順", "Units"], 12), new(words["シナリオ", "Scenarios"], 12),
        ],
        runs.SelectMany(run => (run.Summary.Rules ?? []).Select(rule => (IReadOnlyList<object?>)
        [
            run.Run.Standard, words[run.Run.RoleAndEdition], rule.Cause is { } cause ? words.Of(cause) : rule.Id == DecidingRules.Blocked ? words["先の原因による", "that of what came before"] : "", rule.Id, words[rule.Ja, rule.En], rule.Units, rule.Scenarios,
        ])));

    /// <summary>Only where there is something to say.</summary>
    public static IEnumerable<SheetContent> Further(IReadOnlyList<RunResult> runs, ReportWords words)
    {
        if (runs.Any(run => run.Differences is { Count: > 0 }))
        {
            yield return Differences(runs, words);
        }

        if (runs.Any(run => run.Surfaces is not null))
        {
            yield return Surfaces(runs, words);
        }
    }

    private static SheetContent Differences(IReadOnlyList<RunResult> runs, ReportWords words) => new(
        words["APIと画面の違い", "API and screens"],
        [
            new(words["標準仕様", "Standard"], 10), new(words["役割", "Role"], 24), new(words["機能ID・手順", "Function or step"], 14), new(words["シナリオ", "Scenario"], 40), new(words["手順の文", "Step"], 50),
            new(words["種類", "Kind"], 26), new("API", 40), new(words["画面", "Screen"], 40),
        ],
        runs.SelectMany(run => (run.Differences ?? []).Select(one => (IReadOnlyList<object?>)[run.Run.Standard, words[run.Run.RoleAndEdition], one.Unit, $"[{one.Scenario}] {one.Name}", one.Step, words.Of(one.Kind), one.Api, one.Ui])));

    private static SheetContent Surfaces(IReadOnlyList<RunResult> runs, ReportWords words) => new(
        words["宣言と観測", "Declared and observed"],
        [
            new(words["標準仕様", "Standard"], 10), new(words["役割", "Role"], 24), new(words["面", "Surface"], 8), new(words["区分", "Kind"], 30), new(words["操作・画面", "Operation or screen"], 60), new(words["機能ID", "Function"], 14), new(words["理由", "Reason"], 60),
        ],
        runs.SelectMany(run => (run.Surfaces?.Findings ?? []).Select(finding => (IReadOnlyList<object?>)[run.Run.Standard, words[run.Run.RoleAndEdition], words.Driver(finding.Surface), words.Of(finding.Kind), finding.Place, finding.Unit ?? "", finding.Reason])
            .Concat((run.Surfaces?.Recognised ?? []).Select(place => (IReadOnlyList<object?>)[run.Run.Standard, words[run.Run.RoleAndEdition], words.Driver(place.Surface), words["共通のもの", "common"], place.Place, "", place.Rule]))));
}
