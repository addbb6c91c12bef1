using System.Diagnostics;
using System.Globalization;
using System.Text;
using Conformance.Reports;
using Conformance.Reports.Triaging;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Bench;

/// <summary>10,000 failures of 40 faults with their evidence, beside a run of the same scenarios that conformed: read, sorted, written as a workbook.</summary>
internal static class TriageBench
{
    private const int Failures = 10_000, Faults = 40, Exchanges = 4;

    private static readonly DateTimeOffset Start = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("triage-bench-");
        try
        {
            await MadeAsync(Path.Combine(folder.FullName, "now"), failing: true);
            await MadeAsync(Path.Combine(folder.FullName, "before"), failing: false);
            foreach (var compared in new[] { false, true })
            {
                var watch = Stopwatch.StartNew();
                var runs = await ResultJson.ReadFileAsync(Path.Combine(folder.FullName, "now", "result.json"));
                var before = compared ? await ResultJson.ReadFileAsync(Path.Combine(folder.FullName, "before", "result.json")) : [];
                var read = watch.Elapsed;
                var triage = FailureSorter.Sort(runs, Path.Combine(folder.FullName, "now", "evidence"), before, Path.Combine(folder.FullName, "before", "evidence"), [], new DateOnly(2026, 4, 2));
                var sorted = watch.Elapsed;
                await TriageWorkbook.WriteFileAsync(Path.Combine(folder.FullName, "t.xlsx"), triage, ReportLanguage.Japanese);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{(compared ? "with baseline" : "alone        ")}  {triage.Failures} failures, {triage.Groups.Count} groups: read {read.TotalSeconds:0.00} s, sorted {(sorted - read).TotalSeconds:0.00} s, workbook {(watch.Elapsed - sorted).TotalSeconds:0.00} s, all {watch.Elapsed.TotalSeconds:0.00} s, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB"));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MadeAsync(string folder, bool failing)
    {
        var evidence = Directory.CreateDirectory(Path.Combine(folder, "evidence")).FullName;
        var verdict = failing ? VerdictKind.Nonconforming : VerdictKind.Conforms;
        var scenarios = Enumerable.Range(0, Failures).Select(i =>
        {
            var fault = i % Faults;
            var reason = failing ? $"fault {(char)('A' + (fault % 26))}{(fault < 26 ? "" : "x")} 登録されている: {20000000 + i}" : null;
            var steps = Enumerable.Range(0, Exchanges).Select(step => new StepTrace(step < 2 ? "もし" : "ならば", $"手順{step}", [], failing && step == Exchanges - 1 ? "FAILED" : "PASSED", null, TimeSpan.FromMilliseconds(12),
                [Exchange(evidence, $"POST /exchange{(fault + step) % 7}", failing && step == 2 ? 500 : 200, i, step)])).ToList();
            return new ScenarioResult($"bench.{i}", $"シナリオ {i}", "900/1.0/x.feature", i, ["@業務:900"], ["例-1"], "api", verdict, failing ? CauseKind.Product : null, reason,
                [new Finding("例-1", "「甲」は登録されない", "登録されていない", reason ?? "", Basis.Illustrative, "", verdict)], steps, Start, TimeSpan.FromMilliseconds(60));
        }).ToList();
        var run = new RunResult(
            new RunInfo("bench", 1, "900", "例示", "1.0", "illustrative", "標準準拠システム", MunicipalityClass.Other, "見本", "1", ["api"], Start, Start.AddHours(1), verdict, "不適合あり"),
            [], [], scenarios, new Summary(0, 0, 0, 0, 0, 0, 0, Failures, new ScenarioCounts(0, 0, 0, 0, 0), new Dictionary<CauseKind, int>()));
        await ResultJson.WriteFileAsync(Path.Combine(folder, "result.json"), [run]);
    }

    private static EvidenceRef Exchange(string evidence, string title, int status, int i, int step)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"{i:x32}{step:x32}.exchange.json");
        File.WriteAllText(Path.Combine(evidence, file), $$"""{"title":"{{title}}","surface":"api","scheme":"http","request":"{{title}} HTTP/1.1\nHost: x\n\n{{new string('x', 800)}}{{i}}","response":"HTTP/1.1 {{status}} Answer\n\n{{new string('y', 400)}}","started":"2026-04-01T00:00:00+00:00","durationMs":9.3}""", Encoding.UTF8);
        return new EvidenceRef(title, "application/vnd.conformance.exchange+json", file);
    }
}
