using System.Globalization;
using Conformance.Reports.Wording;
using Conformance.Reports.Workbooks;

namespace Conformance.Reports.Triaging;

/// <summary>障害管理票: a row per group of failures with empty columns for what people decide, then the scenarios of each, what is fixed, and the entries of known.yaml.</summary>
public static class TriageWorkbook
{
    public static Task WriteFileAsync(string path, Triage triage, ReportLanguage language, CancellationToken cancellationToken = default) =>
        WholeFile.WriteAsync(path, (stream, _) =>
        {
            var words = new TriageWords(language);
            WorkbookFile.Write(stream, [Groups(triage, words, language), Scenarios(triage, words, language), Fixed(triage, words, language), Known(triage, words)]);
            return Task.CompletedTask;
        }, cancellationToken);

    private static SheetContent Groups(Triage triage, TriageWords words, ReportLanguage language) => new(
        words["障害管理票", "Failures"],
        [
            new(words["番号", "No."], 6), new(words["状態", "State"], 8), new(words["判定", "Verdict"], 12), new(words["原因", "Cause"], 14), new(words["件数", "Scenarios"], 8), Part(words),
            new(words["製品・版・ビルド", "Product, version, build"], 26), new(words["検出日時（UTC）", "Found (UTC)"], 18), new(words["機能ID・手順", "Functions, steps"], 22), new(words["最初に食い違った所", "Where it first shows"], 44),
            new(words["事象", "What was seen"], 60), new(words["期待", "Expected"], 40), new(words["実際", "Observed"], 40), new(words["根拠", "Source"], 40), new(words["再現", "To reproduce"], 44), new(words["証跡", "Evidence"], 30),
            new(words["起票番号", "Ticket"], 14), new(words["担当", "Owner"], 12), new(words["期限", "Until"], 12), new(words["理由・経緯", "Reason"], 30),
            new(words["対応方針", "What will be done"], 30), new(words["対応結果", "What was done"], 30), new(words["修正ビルド", "Fixed in build"], 14), new(words["確認者", "Checked by"], 12), new(words["確認日", "Checked on"], 12), new("ID", 12),
        ],
        triage.Groups.Select(group =>
        {
            var (run, scenario) = (group.Example.Run, group.Example.Scenario);
            var finding = scenario.Findings.FirstOrDefault(finding => finding.Verdict == scenario.Verdict);
            return (IReadOnlyList<object?>)
            [
                group.Number, words.Of(group.Mark), words.Of(group.Verdict), scenario.Cause is { } cause ? words.Of(cause) : "", group.Failures.Count, words.Of(run),
                string.Join(" ", new[] { run.Product, run.ProductVersion, run.Build }.Where(part => part is { Length: > 0 })), run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                string.Join(", ", group.Units), words.Place(group.Place), SpokenRun.In(scenario.Reason ?? "", language), SpokenRun.In(finding?.Expected ?? "", language), SpokenRun.In(finding?.Observed ?? "", language), finding?.Source ?? "",
                $"{scenario.Id} ({scenario.Driver})", group.Place.Evidence ?? "",
                string.Join(", ", group.Known.Select(entry => entry.Ticket).Distinct()), string.Join(", ", group.Known.Select(entry => entry.Owner).Distinct()),
                string.Join(", ", group.Known.Select(entry => entry.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Distinct()),
                string.Join("; ", group.Known.Select(entry => entry.Reason).Concat(group.Expired.Select(entry => words[$"{entry.Ticket} は期限切れ", $"{entry.Ticket} has expired"])).Distinct()),
                "", "", "", "", "", group.Id,
            ];
        }));

    private static SheetContent Scenarios(Triage triage, TriageWords words, ReportLanguage language) => new(
        words["シナリオ", "Scenarios"],
        [new(words["番号", "No."], 6), new(words["状態", "State"], 8), Part(words), new("ID", 40), new(words["経路", "Driver"], 8), new(words["シナリオ", "Scenario"], 50), new(words["判定", "Verdict"], 12), new(words["理由", "Reason"], 70), new(words["起票番号", "Ticket"], 14)],
        triage.Groups.SelectMany(group => group.Failures.Select(failure => (IReadOnlyList<object?>)
        [
            group.Number, words.Of(failure.Mark), words.Of(failure.Run), failure.Scenario.Id, failure.Scenario.Driver, failure.Scenario.Name, words.Of(failure.Scenario.Verdict), SpokenRun.In(failure.Scenario.Reason ?? "", language), failure.Known?.Ticket ?? "",
        ])).Concat(triage.Unsteady.Select(one => (IReadOnlyList<object?>)
        [
            "", words.Of(FailureMark.Flaky), words.Of(one.Run), one.Scenario.Id, one.Scenario.Driver, one.Scenario.Name, words.Of(one.Scenario.Verdict), words["やり直して通った", "held when tried again"], "",
        ])));

    private static SheetContent Fixed(Triage triage, TriageWords words, ReportLanguage language) => new(
        words["解消", "Fixed"],
        [Part(words), new("ID", 40), new(words["経路", "Driver"], 8), new(words["シナリオ", "Scenario"], 50), new(words["前の判定", "Verdict before"], 12), new(words["前の理由", "Reason before"], 70)],
        triage.Fixed.Select(one => (IReadOnlyList<object?>)[words.Of(one.Run), one.Scenario.Id, one.Scenario.Driver, one.Scenario.Name, words.Of(one.Scenario.Verdict), SpokenRun.In(one.Scenario.Reason ?? "", language)]));

    private static SheetContent Known(Triage triage, TriageWords words) => new(
        words["既知の登録", "Known"],
        [new(words["起票番号", "Ticket"], 14), new(words["担当", "Owner"], 12), new(words["期限", "Until"], 12), new(words["連携の版", "Interface edition"], 14), new(words["理由", "Reason"], 50), new(words["状態", "State"], 20)],
        triage.Groups.SelectMany(group => group.Known).Distinct().Select(entry => Row(entry, words["該当あり", "in use"]))
            .Concat(triage.Groups.SelectMany(group => group.Expired).Distinct().Select(entry => Row(entry, words["期限切れ", "expired"])))
            .Concat(triage.Unused.Select(entry => Row(entry, words["該当なし", "fits nothing"]))));

    private static IReadOnlyList<object?> Row(KnownFailure entry, string state) => [entry.Ticket, entry.Owner, entry.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.Interface ?? "", entry.Reason, state];

    private static SheetColumn Part(TriageWords words) => new(words["業務・役割・連携の版", "Standard, role, interface edition"], 34);
}
