using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests.Samples;

/// <summary>Builders of results with every parameter defaulted.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Start = new(2026, 4, 6, 1, 23, 45, TimeSpan.Zero);

    public static Finding Finding(
        VerdictKind verdict = VerdictKind.Conforms, string function = "0310001", string step = "付番される",
        string expected = "15桁の数字", string observed = "015000000000018", Basis basis = Basis.Official,
        string source = "共通機能標準仕様書 2.3.2 (1) ⑫") =>
        new(function, step, expected, observed, basis, basis == Basis.Official ? source : "", verdict);

    public static StepTrace Step(
        string keyword = "もし", string text = "住登外者の付番を依頼する", string status = "PASSED", string? message = null,
        IReadOnlyList<IReadOnlyList<string>>? table = null, IReadOnlyList<EvidenceRef>? evidence = null, double milliseconds = 12.5) =>
        new(keyword, text, table ?? [], status, message, TimeSpan.FromMilliseconds(milliseconds), evidence ?? []);

    public static ScenarioResult Scenario(
        string id = "0310001-maintain-氏名-長さ超過", string name = "氏名が上限を1文字超える",
        VerdictKind verdict = VerdictKind.Conforms, IReadOnlyList<string>? functions = null, string driver = "api",
        CauseKind? cause = null, string? reason = null, IReadOnlyList<Finding>? findings = null,
        IReadOnlyList<StepTrace>? steps = null, string feature = "031/2.1/付番.feature", double milliseconds = 320) =>
        new(id, name, feature, 12, ["@業務:031", "@機能:0310001", "@実装必須"], functions ?? ["0310001"], driver, verdict, cause, reason,
            findings ?? [Finding(verdict)], steps ?? [Step()], Start, TimeSpan.FromMilliseconds(milliseconds));

    public static FunctionResult Function(
        string id = "0310001", string name = "住登外者宛名番号付番", VerdictKind verdict = VerdictKind.Conforms,
        RequirementClass requirement = RequirementClass.Mandatory, ScenarioCounts? scenarios = null,
        CauseKind? cause = null, string? reason = null, string middle = "付番") =>
        new(id, name, "住登外者宛名番号管理", middle, requirement, "assumed", "共通機能標準仕様書 第2.1版 2.3.2", verdict,
            scenarios ?? new ScenarioCounts(1, 0, 0, 0, 0)) { Cause = cause, Reason = reason };

    /// <summary>A run whose summary is counted from its functions or steps and its scenarios.</summary>
    public static RunResult Run(
        IReadOnlyList<ScenarioResult>? scenarios = null, IReadOnlyList<FunctionResult>? functions = null,
        IReadOnlyList<StepResult>? steps = null, VerdictKind verdict = VerdictKind.Conforms, string text = "",
        string role = "住登外者宛名番号管理機能", string product = "サンプル宛名管理", string status = "transcribed", string id = "20260406-012345-7f3a")
    {
        scenarios ??= [Scenario()];
        steps ??= [];
        functions ??= steps.Count > 0 ? [] : [Function()];
        var units = functions.Select(function => function.Verdict).Concat(steps.Select(step => step.Verdict)).ToList();
        int Units(VerdictKind kind) => units.Count(unit => unit == kind);
        int Scenarios(VerdictKind kind) => scenarios.Count(scenario => scenario.Verdict == kind);
        var causes = scenarios.Where(scenario => scenario.Cause is not null).GroupBy(scenario => scenario.Cause!.Value)
            .OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Count());
        var info = new RunInfo(
            id, 20260406, "031", "住登外者宛名番号管理", "第2.1版", status, role, MunicipalityClass.Other, product, "3.2.0",
            ["api", "ui"], Start, Start.AddSeconds(47.25), verdict, text) { ToolVersion = "0.1.0" };
        return new RunResult(info, functions, steps, scenarios, new Summary(
            units.Count, functions.Count > 0 ? functions.Count(f => f.Class == RequirementClass.Mandatory) : units.Count,
            Units(VerdictKind.Conforms), Units(VerdictKind.Nonconforming), Units(VerdictKind.Inconclusive),
            Units(VerdictKind.NotVerified), Units(VerdictKind.NotApplicable), scenarios.Count, Counts(Scenarios), causes));
    }

    public static ScenarioCounts Counts(Func<VerdictKind, int> count) => new(
        count(VerdictKind.Conforms), count(VerdictKind.Nonconforming), count(VerdictKind.Inconclusive),
        count(VerdictKind.NotApplicable), count(VerdictKind.NotVerified));
}
