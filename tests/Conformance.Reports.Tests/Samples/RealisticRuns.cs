using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests.Samples;

/// <summary>Two roles of 031 as a real run reports them: some sixty scenarios, every verdict, exchanges and screenshots.</summary>
internal static class RealisticRuns
{
    private const string Path = "POST /app_submit/v10/jutogaishaatenabangofuban";

    private static readonly (string Id, string Name, string Middle)[] Functions =
    [
        ("0310001", "住登外者宛名番号付番", "付番"), ("0310002", "住登外者宛名情報管理", "基本情報管理"),
        ("0310003", "住登外者宛名基本情報受信", "基本情報管理"), ("0310004", "住登外者宛名番号付番依頼受信", "付番"),
        ("0310005", "住登外者宛名基本情報検索", "照会"), ("0310006", "住登外者宛名基本情報送信", "照会"),
        ("0310007", "住登外者宛名基本情報照会依頼受信", "照会"), ("0310008", "名寄せ情報管理", "名寄せ"),
        ("0310009", "名寄せ履歴管理", "名寄せ"), ("0310022", "宛名基本情報更新履歴管理", "基本情報管理"),
        ("0310023", "住登外者宛名基本情報受信（住民宛名番号引継ぎ）", "基本情報管理"), ("0310024", "住登外者宛名番号送信", "付番"),
    ];

    private static readonly string[] Checks =
    [
        "全項目を登録し、同じ内容が照会できる", "必須項目が欠けた依頼を拒否し、記録しない", "氏名が上限を1文字超える依頼を拒否する",
        "生年月日が実在しない日付の依頼を拒否する", "アクセストークンの期限が切れた依頼を拒否する", "過去の氏名だけに一致する者も照会できる",
        "名寄せを解除すると元の二者に戻る",
    ];

    public static IReadOnlyList<RunResult> Make(EvidenceFolder folder, Func<int, byte[]>? screenshot = null)
    {
        screenshot ??= at => PlainPng.Draw(640, 400, (byte)(120 + (at % 100)));
        var scenarios = Enumerable.Range(0, 62).Select(at => Scenario(at, folder, screenshot)).ToList();
        var functions = Functions.Select((function, at) =>
        {
            var own = scenarios.Where(scenario => scenario.Functions.Contains(function.Id)).ToList();
            var worst = own.Select(scenario => scenario.Verdict).Where(verdict => verdict != VerdictKind.NotApplicable)
                .DefaultIfEmpty(VerdictKind.NotVerified).Min();
            return Some.Function(
                function.Id, function.Name, worst, at == 8 ? RequirementClass.Optional : RequirementClass.Mandatory,
                Some.Counts(kind => own.Count(scenario => scenario.Verdict == kind)),
                own.FirstOrDefault(scenario => scenario.Verdict == worst)?.Cause,
                worst == VerdictKind.NotVerified ? "観測条件が定められていません。" : null, function.Middle);
        }).ToList();
        var steps = new[] { "④ 住登外者宛名基本情報照会依頼送信", "⑧ 住登外者登録", "⑨ 住登外者宛名番号付番依頼", "⑩ 宛名基本情報送信", "⑭ 住登外者登録" }
            .Select(step => new StepResult("031-1-" + step[0], step[2..], "住登外者への住登外者宛名番号の付番・管理", VerdictKind.Conforms, new ScenarioCounts(2, 0, 0, 0, 0)))
            .ToList();
        var stepScenarios = steps.SelectMany(step => new[] { "api", "ui" }.Select(driver => Some.Scenario(
            $"{step.Id}-run-1", $"{step.Name}まで進む", functions: [step.Id], driver: driver,
            findings: [Some.Finding(function: step.Id, step: "付番の依頼が届いている", expected: "1件", observed: "1件")]))).ToList();
        return
        [
            Some.Run(scenarios, functions, verdict: VerdictKind.Nonconforming, text: "不適合あり"),
            Some.Run(stepScenarios, steps: steps, text: "確認範囲で不適合なし（5/5）", role: "標準準拠システム", product: "サンプル児童手当システム", id: "20260406-012345-91bc"),
        ];
    }

    private static ScenarioResult Scenario(int at, EvidenceFolder folder, Func<int, byte[]> screenshot)
    {
        var (id, name, _) = Functions[at % 11];
        var check = Checks[at % Checks.Length];
        var driver = at % 3 == 0 ? "ui" : "api";
        var verdict = at switch
        {
            7 or 18 or 40 => VerdictKind.Nonconforming,
            4 or 23 or 37 or 48 => VerdictKind.Inconclusive,
            30 => VerdictKind.NotVerified,
            53 => VerdictKind.NotApplicable,
            _ => VerdictKind.Conforms,
        };
        CauseKind? cause = verdict switch
        {
            VerdictKind.Nonconforming => CauseKind.Product,
            VerdictKind.Inconclusive => at == 23 ? CauseKind.Environment : at == 37 ? CauseKind.Profile : CauseKind.Specification,
            _ => null,
        };
        var reason = at switch
        {
            4 or 48 => "期待の根拠が推定のため、製品の良否は判定しません。",
            23 => "応答が30秒以内にありませんでした。",
            37 => "対象プロファイルに「照会」画面の対応付けがありません。",
            30 => "この経路では、この機能を観測するならばがありません。",
            53 => "他業務参照不可の設定を提供しない、と対象プロファイルが宣言しています。",
            _ => null,
        };
        var failing = verdict is VerdictKind.Nonconforming or VerdictKind.Inconclusive;
        var finding = at switch
        {
            7 => Some.Finding(verdict, id, "照会した住登外者の氏名_フリガナは登録した値と等しい", "サトウ　イチロウ", "サトウ イチロ"),
            18 => Some.Finding(verdict, id, "応答の誤りコードは「E0003」である", "E0003（桁数の誤り）", "E0001（必須項目の誤り）", source: "API仕様書 住登外者宛名番号付番 シート「エラー」12行"),
            40 => Some.Finding(verdict, id, "拒否された記録は照会に現れない", "0件", "1件：宛名番号 015000000000026、氏名「佐藤　一郎」、住所「東京都千代田区霞が関1丁目2番3号」"),
            _ => Some.Finding(verdict, id, "照会した住登外者の住所は登録した値と等しい", "東京都千代田区霞が関1丁目2番3号", failing ? "東京都千代田区霞が関1-2-3" : "東京都千代田区霞が関1丁目2番3号",
                at % 5 == 4 ? Basis.Assumed : Basis.Official),
        };
        var body = $$"""{"shorikubun":"01","gyomuid":"001","shimei":"佐藤　一郎","shimei_furigana":"サトウ　イチロウ","seinengappi":"1970-02-28","jusho":"東京都千代田区霞が関1丁目2番3号","renban":{{at}}}""";
        var answer = at == 18
            ? """{"title":"Bad Request","detail":"入力の誤り","errors":[{"code":"E0001","message":"氏名は必須です。"}]}"""
            : $$$"""{"metadata":{"title":"OK","detail":"付番しました"},"_links":{"self":{"href":"/app_submit/v10/jutogaishaatenabangofuban"}},"result":[{"atenabango":"0150000000{{{at:00000}}}"}]}""";
        EvidenceRef[] evidence = driver == "ui"
            ? [folder.Exchange("付番の画面", "開く: 住登外者 > 新規登録\n入力: 氏名 = 佐藤　一郎\n入力: 生年月日 = 昭和45年2月28日\n押す: 付番", $"住登外者宛名番号 = 0150000000{at:00000}", "ui"), folder.Screenshot($"付番の画面（{name}）", screenshot(at))]
            : [folder.Exchange(Path, $"{Path} HTTP/1.1\nAuthorization: Bearer ***\nContent-Type: application/json; charset=utf-8\n\n{body}", $"HTTP/1.1 {(at == 18 ? "400 Bad Request" : "200 OK")}\nContent-Type: application/json\n\n{answer}")];
        return Some.Scenario(
            $"{id}-{at % 7}-{at}", $"{name}：{check}", verdict, [id], driver, cause, reason,
            verdict is VerdictKind.NotVerified or VerdictKind.NotApplicable ? [] : [finding, Some.Finding(function: id, step: "宛名番号の検査数字が正しい", expected: "モジュラス11で 8", observed: "8", basis: Basis.Assumed)],
            [
                Some.Step("前提", "次の住登外者がいる", table: [["氏名", "氏名_フリガナ", "生年月日", "住所"], ["佐藤　一郎", "サトウ　イチロウ", "1970-02-28", "東京都千代田区霞が関1丁目2番3号"]], milliseconds: 1.5),
                Some.Step("もし", "職員がその住登外者の付番を依頼する", verdict == VerdictKind.NotApplicable ? "SKIPPED" : at == 23 ? "FAILED" : "PASSED", at == 23 ? "応答が30秒以内にありませんでした（10.0.0.1:8443）。" : null, evidence: evidence, milliseconds: 210 + at),
                Some.Step("ならば", finding.Step, failing ? at == 23 ? "SKIPPED" : "FAILED" : verdict == VerdictKind.NotApplicable ? "SKIPPED" : "PASSED", failing && at != 23 ? $"期待「{finding.Expected}」、実際「{finding.Observed}」" : null, milliseconds: 3),
                Some.Step("かつ", "宛名番号の検査数字が正しい", failing ? "SKIPPED" : "PASSED", milliseconds: 0.4),
            ],
            $"031/2.1/{id}.feature", 240 + at * 3);
    }
}
