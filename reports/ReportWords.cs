using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports;

/// <summary>The words of reports in one language.</summary>
internal sealed class ReportWords
{
    private readonly bool japanese;

    private ReportWords(bool japanese) => this.japanese = japanese;

    public static ReportWords In(ReportLanguage language) => new(language == ReportLanguage.Japanese);

    /// <summary>Picks between two wordings.</summary>
    public string this[string ja, string en] => japanese ? ja : en;

    public string this[Bilingual said] => japanese ? said.Ja : said.En;

    public string Of(VerdictKind verdict) => verdict switch
    {
        VerdictKind.Conforms => this["適合", "conforms"],
        VerdictKind.Nonconforming => this["不適合", "nonconforming"],
        VerdictKind.Inconclusive => this["判定不能", "inconclusive"],
        VerdictKind.NotVerified => this["未検証", "not verified"],
        _ => this["適用対象外", "not applicable"],
    };

    public string Of(CauseKind cause) => this[CauseWords.Of(cause)];

    /// <summary>The rule's ID and sentence; the ID alone where this version does not know it.</summary>
    public string Rule(string? id) => DecidingRules.Find(id) is { } rule ? $"{rule.Id} {this[rule.Ja, rule.En]}" : id ?? "";

    public string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Verdict => this["期待を満たすのは一方だけ", "an expectation holds on one only"],
        DifferenceKind.Outcome => this["受け付けた・拒否したが異なる", "one took what the other refused"],
        _ => this["出力が異なる", "different outputs"],
    };

    public string Of(SurfaceFindingKind kind) => kind switch
    {
        SurfaceFindingKind.Undeclared => this["宣言のない機能", "undeclared"],
        SurfaceFindingKind.PresentUndeclared => this["宣言していないが、ある", "not declared, but there"],
        SurfaceFindingKind.DeclaredAbsent => this["宣言しているが、ない", "declared, but not there"],
        SurfaceFindingKind.Undescribed => this["製品のAPI記述に載っていない", "not in the product's own description"],
        _ => this["実装不可の機能が応じた", "a forbidden function answers"],
    };

    public string Driver(string driver) => driver switch { "api" => "API", "ui" => this["画面", "screen"], _ => driver };

    public string Status(string status) => status switch
    {
        "transcribed" => this["公式文書からの転記", "transcribed from an official text"],
        "draft" => this["案", "draft"],
        "illustrative" => this["例示（公式の標準仕様ではありません）", "illustrative (not an official standard)"],
        _ => status,
    };

    public string Of(Basis basis) => basis switch
    {
        Basis.Official => this["公式", "official"],
        Basis.Assumed => this["推定", "assumed"],
        Basis.Ambiguous => this["曖昧", "ambiguous"],
        _ => this["例示", "illustrative"],
    };

    public string Of(MunicipalityClass municipality) => municipality switch
    {
        MunicipalityClass.DesignatedCity => this["指定都市", "designated city"],
        MunicipalityClass.CoreCity => this["中核市", "core city"],
        _ => this["一般市区町村", "other municipality"],
    };

    /// <summary>The run's verdict with its denominator, as one sentence.</summary>
    public string Sentence(RunResult run)
    {
        if (japanese && run.Run.VerdictText.Length > 0)
        {
            return run.Run.VerdictText;
        }

        var counted = Denominators.Of(run);
        var preview = run.Run.StandardStatus.Equals("draft", StringComparison.OrdinalIgnoreCase) ? this["［改定案に対する見込み］", "[preview on a draft] "] : "";
        return preview + run.Run.Verdict switch
        {
            VerdictKind.Nonconforming => this["不適合あり", "Nonconformities found"],
            VerdictKind.Conforms => this[
                $"確認範囲で不適合なし（{counted.Shown}/{counted.Testable}）",
                $"No nonconformity in what was checked ({counted.Shown}/{counted.Testable})"],
            VerdictKind.NotApplicable => this["適用対象外", "Not applicable"],
            _ => this["判定不能", "Inconclusive"],
        };
    }

    /// <summary>Confirmed n of N, and the rest of the denominator.</summary>
    public string Counted(Denominators d) => this[
        $"確認できた {d.Shown} / 対象 {d.Testable}（不適合 {d.Nonconforming}・判定不能 {d.Inconclusive}・未検証 {d.NotVerified}、ほかに適用対象外 {d.NotApplicable}）",
        $"shown {d.Shown} of {d.Testable} testable (nonconforming {d.Nonconforming}, inconclusive {d.Inconclusive}, not verified {d.NotVerified}; besides, not applicable {d.NotApplicable})"];

    /// <summary>That a verdict does not decide the run yet, and why.</summary>
    public string Deferred(string reason) => this[$"判定を左右しない：{reason}", $"no effect on the verdict: {reason}"];

    public static char Mark(RequirementClass requirement) => requirement switch
    {
        RequirementClass.Mandatory => '◎',
        RequirementClass.Forbidden => '×',
        _ => '○',
    };
}
