using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Flows;

namespace Conformance.Verdicts.Tests;

/// <summary>Builds what tests start from: a standard of three functions, a role, records and results.</summary>
internal static class Some
{
    public const string First = "9990001";
    public const string Second = "9990002";
    public const string Open = "9990003";

    /// <summary>The project's folder, found upwards from the tests.</summary>
    public static string Root { get; } = Up(new DirectoryInfo(AppContext.BaseDirectory));

    public static DateTimeOffset Time { get; } = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public static Standard Standard(StandardStatus status = StandardStatus.Transcribed, IReadOnlyList<Function>? functions = null, RoleContracts? role = null, IReadOnlyList<Flow>? flows = null) => new(
        "/standards/999-rei/1.0", "999", "例", "1.0", new DateOnly(2026, 4, 1), status, false, [role ?? Role()], [],
        functions ?? [Function(First), Function(Second)], [], [], flows ?? [], [], []);

    public static Function Function(string id, RequirementClass? requirement = RequirementClass.Mandatory) => new(
        new FunctionId(id), "大", "中", "機能 " + id, "", requirement is { } known ? new Dictionary<MunicipalityClass, RequirementClass> { [MunicipalityClass.Other] = known } : [], Basis.Official, null, "例");

    public static RoleContracts Role(VerdictUnit unit = VerdictUnit.Function, params Contract[] contracts) => new(
        "対象", "taisho", unit, "人", "隣", new Dictionary<string, ExchangeContract>(), new Dictionary<string, FlowContract>(),
        contracts.Length > 0 ? contracts : [Contract(First), Contract(Second)], []);

    public static Contract Contract(string unit, params (string Key, string Value)[] settings) => new(
        unit, "none", Basis.Official, "例 1.1", [], [], settings.ToDictionary(setting => setting.Key, setting => setting.Value), new Dictionary<string, string>(), new Dictionary<string, string>(), 1);

    public static ScenarioRecord Record(params StepRecord[] steps) =>
        new("taisho.9990001.x", "例", "999/例.feature", 3, ["@api"], "api", steps, Time, TimeSpan.FromSeconds(1));

    public static StepRecord Given(string status = "PASSED", TroubleRecord? trouble = null, string? message = null) => Step("前提", "住登外者「甲」がいる", status, trouble, message);

    public static StepRecord When(string status = "PASSED", TroubleRecord? trouble = null, string? message = null) => Step("もし", "「甲」について「付番」を行う", status, trouble, message);

    /// <summary>An assertion step; unless told otherwise with one assertion that held when it passed and one that did not when it failed.</summary>
    public static StepRecord Then(string status = "PASSED", string unit = First, string basis = "公式", TroubleRecord? trouble = null, IReadOnlyList<AssertionRecord>? assertions = null, string? message = null) =>
        Step("ならば", $"機能「{unit}」（{basis}）: 受け付けられる", status, trouble, message) with
        {
            Assertions = assertions ?? (trouble is not null || status is not ("PASSED" or "FAILED") ? [] : [new AssertionRecord("受け付けられる", status == "PASSED" ? "accepted" : "refused (400)", status == "PASSED")]),
        };

    private static StepRecord Step(string keyword, string text, string status, TroubleRecord? trouble, string? message) =>
        new(keyword, text, [], status, message, TimeSpan.Zero, [], [], trouble);

    /// <summary>A judged scenario with one finding per unit.</summary>
    public static ScenarioResult Result(VerdictKind verdict, string unit = First, CauseKind? cause = null, string? reason = null) =>
        Result([(unit, verdict)], cause, reason);

    public static ScenarioResult Result(IReadOnlyList<(string Unit, VerdictKind Verdict)> findings, CauseKind? cause = null, string? reason = null) => new(
        "taisho.x", "例", "999/例.feature", 3, [], [.. findings.Select(finding => finding.Unit).Distinct()], "api",
        findings.Count == 0 ? VerdictKind.NotVerified : findings.Min(finding => finding.Verdict), cause, reason,
        [.. findings.Select(finding => new Finding(finding.Unit, "ならば", "e", "o", Basis.Official, "例 1.1", finding.Verdict))], [], Time, TimeSpan.Zero);

    public static RunInfo Info() => new(
        "run", 1, "999", "例", "1.0", "transcribed", "対象", MunicipalityClass.Other, "製品", "1.0", ["api"], Time, Time, VerdictKind.Inconclusive, "");

    private static string Up(DirectoryInfo folder) => Directory.Exists(Path.Combine(folder.FullName, "standards")) ? folder.FullName : Up(folder.Parent!);
}
