using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Workbooks;

/// <summary>適合性確認結果一覧 (<c>report.xlsx</c>): a sheet with the runs, then one per standard and role with a row per unit in the order of the function table, then the expectations that did not hold.</summary>
public static class ReportWorkbook
{
    public static Task WriteFileAsync(string path, IReadOnlyList<RunResult> runs, ReportLanguage language, CancellationToken cancellationToken = default) =>
        WholeFile.WriteAsync(path, (stream, _) =>
        {
            WorkbookFile.Write(stream, [Overview(runs, ReportWords.In(language)), .. runs.Select(run => Units(run, ReportWords.In(language))), Findings(runs, ReportWords.In(language)), TrustSheets.Rules(runs, ReportWords.In(language)), .. TrustSheets.Further(runs, ReportWords.In(language)), .. runs.Any(run => run.Manual is not null) ? [Manual(runs, ReportWords.In(language))] : Array.Empty<SheetContent>()]);
            return Task.CompletedTask;
        }, cancellationToken);

    private static SheetContent Overview(IReadOnlyList<RunResult> runs, ReportWords words) => new(
        words["概要", "Overview"],
        [
            new(words["標準仕様", "Standard"], 36), new(words["版", "Edition"], 8), new(words["役割", "Role"], 28), new(words["製品", "Product"], 32), new(words["製品の版", "Build"], 12),
            new(words["団体区分", "Class"], 16), new(words["確認日時（UTC）", "Started (UTC)"], 18), new(words["判定", "Verdict"], 40), new(words["適合", "Conforms"], 10),
            new(words["不適合", "Nonconforming"], 10), new(words["判定不能", "Inconclusive"], 10), new(words["未検証", "Not verified"], 10), new(words["適用対象外", "Not applicable"], 12), new("ID", 20),
        ],
        runs.Select(run => (IReadOnlyList<object?>)
        [
            $"{run.Run.Standard} {run.Run.StandardName}" + (run.Run.StandardStatus == "illustrative" ? words["（例示）", " (illustrative)"] : ""), run.Run.Edition, words[run.Run.RoleAndEdition], run.Run.Product, run.Run.ProductVersion,
            words.Of(run.Run.Class), run.Run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), words.Sentence(run), run.Summary.Conforms,
            run.Summary.Nonconforming, run.Summary.Inconclusive, run.Summary.NotVerified, run.Summary.NotApplicable, run.Run.Id,
        ]));

    private static SheetContent Units(RunResult run, ReportWords words) => new(
        $"{run.Run.Standard} {words[run.Run.RoleAndEdition]}",
        [
            new(words["大項目", "Major item"], 22), new(words["中項目", "Middle item"], 22), new(words["機能ID", "Function ID"], 14), new(words["機能名称", "Function"], 40), new(words["実装区分", "Class"], 10),
            new(words["区分の根拠", "Basis of the class"], 12), new(words["判定", "Verdict"], 12), new(words["原因", "Cause"], 14), new(words["規則", "Rule"], 10), new(words["理由", "Reason"], 60), new(words["判定を左右しない理由", "Not yet binding"], 28), new(words["適合したシナリオ", "Scenarios: conforms"], 10),
            new(words["不適合のシナリオ", "nonconforming"], 10), new(words["判定不能のシナリオ", "inconclusive"], 10), new(words["出典", "Source"], 40), new(words["人による確認", "Manual"], 20),
        ],
        run.Functions.Select(function => (IReadOnlyList<object?>)
        [
            function.Major, function.Middle, function.Id, function.Name, Mark(function.Class), function.ClassBasis, words.Of(function.Verdict), function.Cause is { } cause ? words.Of(cause) : "", function.Rule ?? "", function.Reason, function.Deferred ?? "",
            function.Scenarios.Conforms, function.Scenarios.Nonconforming, function.Scenarios.Inconclusive, function.Source, Manual(run, function.Id, words),
        ]).Concat(run.Steps.Select(step => (IReadOnlyList<object?>)
        [
            step.Flow, "", step.Id, step.Name, "", "", words.Of(step.Verdict), step.Cause is { } cause ? words.Of(cause) : "", step.Rule ?? "", step.Reason, "",
            step.Scenarios.Conforms, step.Scenarios.Nonconforming, step.Scenarios.Inconclusive, "", Manual(run, step.Id, words),
        ])));

    // Of one unit, apart from the verdict.
    private static string Manual(RunResult run, string unit, ReportWords words) =>
        string.Join(words["、", ", "], (run.Manual ?? []).Where(check => check.Unit == unit).Select(check => check.Result is { } result ? words.Of(result.Verdict) : words["未実施", "not yet"]));

    private static SheetContent Manual(IReadOnlyList<RunResult> runs, ReportWords words) => new(
        words["人による確認", "Manual checks"],
        [
            new(words["標準仕様", "Standard"], 10), new(words["役割", "Role"], 24), new(words["項目", "Item"], 18), new(words["名称", "Name"], 30), new(words["手順", "Instruction"], 60), new(words["期待", "Expected"], 40),
            new(words["結果", "Result"], 12), new(words["実際", "Observed"], 40), new(words["実施者", "By"], 14), new(words["確認者", "Reviewed by"], 14), new(words["実施日時（UTC）", "At (UTC)"], 18), new(words["添付", "Attached"], 40), new(words["備考", "Note"], 30),
        ],
        from run in runs
        from check in run.Manual ?? []
        let result = check.Result
        select (IReadOnlyList<object?>)
        [
            run.Run.Standard, words[run.Run.RoleAndEdition], check.Id, check.UnitName, check.Instruction, check.Expected, result is null ? words["未実施", "not yet"] : words.Of(result.Verdict), result?.Observed ?? "", result?.Operator ?? "", result?.Reviewer ?? "",
            result?.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "", string.Join("\n", (result?.Attachments ?? []).Select(attachment => attachment.Title)), result?.Note ?? "",
        ]);

    private static SheetContent Findings(IReadOnlyList<RunResult> runs, ReportWords words) => new(
        words["期待を満たさなかったもの", "What did not hold"],
        [
            new(words["標準仕様", "Standard"], 10), new(words["役割", "Role"], 24), new(words["機能ID・手順", "Function or step"], 14), new(words["シナリオ", "Scenario"], 40), new(words["経路", "Driver"], 8), new(words["手順の文", "Step"], 50),
            new(words["期待", "Expected"], 40), new(words["実際", "Observed"], 40), new(words["根拠", "Basis"], 10), new(words["出典", "Source"], 40), new(words["判定", "Verdict"], 12),
            new(words["原因", "Cause"], 14), new(words["規則", "Rule"], 50),
        ],
        from run in runs
        from scenario in run.Scenarios
        from finding in scenario.Findings
        where finding.Verdict is VerdictKind.Nonconforming or VerdictKind.Inconclusive
        select (IReadOnlyList<object?>)
        [
            run.Run.Standard, words[run.Run.RoleAndEdition], finding.Function, $"[{scenario.Id}] {scenario.Name}", scenario.Driver, finding.Step, finding.Expected, finding.Observed, words.Of(finding.Basis), finding.Source, words.Of(finding.Verdict),
            finding.Cause is { } cause ? words.Of(cause) : "", words.Rule(finding.Rule),
        ]);

    private static string Mark(RequirementClass requirement) => requirement switch
    {
        RequirementClass.Mandatory => "◎",
        RequirementClass.Forbidden => "×",
        RequirementClass.Optional => "○",
        _ => "－",
    };
}
